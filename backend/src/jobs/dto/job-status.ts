import { z } from 'zod';
import { JOB_STAGES } from '../job-event';
import type { JobState as State } from '../job-state';

const SHOWN_STATES = ['queued', 'running', 'paused', 'cancelled', 'failed', 'completed'] as const;

export const JobState = z.enum(SHOWN_STATES);

/** Until its worker has let go, a cancelled job is still running; the stage says what is coming. */
export const shownState = (state: State): z.infer<typeof JobState> =>
  state === 'cancelling' ? 'running' : state;

export const JobStatus = z
  .object({
    jobId: z.guid(),
    documentId: z.guid(),
    status: JobState,
    stage: z.enum(JOB_STAGES),
    progress: z.int().min(0).max(100),
    sectionsDone: z.int(),
    sectionsTotal: z.int(),
    tokensUsed: z.int(),
    queuePosition: z
      .int()
      .nullable()
      .describe('1 is next; null unless it waits for a worker, or while its owner is blocked'),
    etaSeconds: z
      .int()
      .nullable()
      .describe('Of writing, learnt from finished sections; null while not known'),
    error: z
      .object({ code: z.string(), detail: z.string() })
      .optional()
      .describe('Why it is paused or failed'),
  })
  .meta({ id: 'JobStatus' });

export type JobStatus = z.infer<typeof JobStatus>;
