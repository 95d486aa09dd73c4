import { type ErrorCode, toProblemException } from '../../common';
import type { JobChange } from '../job-writer';
import { Draining, LeaseLost } from './lease';

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
const MAX_CRASHES = 3;

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

const HANDED_OVER: JobEnding = { status: 'queued', stage: 'queued', message: 'handedOver' };

/**
 * How a run ends that threw. A lost lease ends nothing but a cancellation: anything else is the
 * new holder's to decide.
 */
export function endingOf(error: unknown): JobEnding {
  if (error instanceof Draining) return HANDED_OVER;
  if (error instanceof LeaseLost) {
    return { status: 'cancelled', stage: 'cancelled', message: 'cancelled', from: ['cancelling'] };
  }
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
