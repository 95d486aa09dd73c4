import { z } from 'zod';
import { JobState } from './job-status';

export const StartJob = z
  .object({
    documentId: z.guid(),
    requirements: z.string().trim().max(5000).optional(),
  })
  .meta({ id: 'StartJob' });

export type StartJob = z.infer<typeof StartJob>;

export const AcceptedJob = z
  .object({
    jobId: z.guid(),
    status: JobState,
    checkUrl: z.string().describe('Path of its status'),
  })
  .meta({ id: 'AcceptedJob' });

export type AcceptedJob = z.infer<typeof AcceptedJob>;
