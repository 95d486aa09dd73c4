import { z } from 'zod';
import type { OutboxTopic } from '../outbox';
import type { JobState } from './job-state';

const TOLD_STATES = ['completed', 'failed', 'paused'] as const;

const JobEnded = z.object({ jobId: z.guid(), status: z.enum(TOLD_STATES) });

type JobEnded = z.infer<typeof JobEnded>;

/** A job has come to rest, and nobody is likely to be looking. */
export const JOB_ENDED: OutboxTopic<JobEnded> = { name: 'job-ended', payload: JobEnded };

/** Who asked for a shorter job is still there. */
const LONG_SECONDS = 60;

/** Whether the owner is to be told by mail that a job is in this state now; cancelling is their own. */
export function isAwaited(
  status: JobState,
  tookSeconds: number,
): status is (typeof TOLD_STATES)[number] {
  return tookSeconds >= LONG_SECONDS && TOLD_STATES.some((told) => told === status);
}
