import { type ErrorCode, toProblemException } from '../../common';
import type { JobChange } from '../job-writer';
import { Draining, LeaseLapsed, LeaseLost } from './lease';

/** The change that closes a run. */
export type JobEnding = Pick<
  JobChange,
  'status' | 'stage' | 'message' | 'from' | 'error' | 'crashes' | 'restMs'
>;

export const COMPLETED: JobEnding = {
  status: 'completed',
  stage: 'completed',
  message: 'completed',
};

export function failed(code: ErrorCode, detail: string): JobEnding {
  return { status: 'failed', stage: 'failed', message: 'failed', error: { code, detail } };
}

/** Lost workers after which the job itself is taken for the cause. */
export const MAX_CRASHES = 3;

/** The end of a job that takes its workers down with it; undefined for a healthy one. */
export function poisoned({ crashes }: { crashes: number }): JobEnding | undefined {
  if (crashes < MAX_CRASHES) return undefined;
  const detail =
    'The writing broke off several times at the same place. What is written so far is kept; ' +
    'you can resume it, and tell us if it happens again.';
  return failed('WORKER_CRASHED', detail);
}

/** A store that is away is given time to come back: three tries end a job. */
const OUTAGE_REST_MS = 10_000;

/** Not from a rest that the owner or a sweeper has brought it to meanwhile. */
const HANDED_OVER: JobEnding = {
  status: 'queued',
  stage: 'queued',
  message: 'handedOver',
  from: ['running'],
};

/** What any end of a run means for a job that is being cancelled. */
export const CANCELLED: JobEnding = {
  status: 'cancelled',
  stage: 'cancelled',
  message: 'cancelled',
  from: ['cancelling'],
};

/**
 * How a run ends that threw. Most lost leases have a new holder, and nothing of this takes effect;
 * a job that is still here is one whose owner is blocked.
 */
export function endingOf(error: unknown): JobEnding {
  if (error instanceof LeaseLapsed) return CANCELLED;
  if (error instanceof Draining || error instanceof LeaseLost) return HANDED_OVER;
  const { code, detail } = toProblemException(error);
  if (code === 'UNAVAILABLE') return { ...HANDED_OVER, crashes: 'count', restMs: OUTAGE_REST_MS };
  if (code === 'TOKEN_LIMIT') {
    return { status: 'paused', stage: 'paused', message: 'paused', error: { code, detail } };
  }
  return failed(code, detail);
}

const NEEDS_ATTENTION: readonly ErrorCode[] = ['INTERNAL', 'WORKER_CRASHED'];

/** Whether operators have something to look into. */
export const needsAttention = ({ error }: JobEnding): boolean =>
  NEEDS_ATTENTION.some((code) => code === error?.code);
