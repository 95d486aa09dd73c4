import type { JobStatus } from '../../api/generated/models';

/** What happened in a job, as a key of the reader's language. */
export type JobMessage =
  | 'queued'
  | 'resumed'
  | 'handedOver'
  | 'started'
  | 'outlineStarted'
  | 'outlineReady'
  | 'sectionStarted'
  | 'sectionWritten'
  | 'sectionKept'
  | 'sectionWithoutSources'
  | 'abstractStarted'
  | 'abstractWritten'
  | 'abstractKept'
  | 'paused'
  | 'failed'
  | 'completed'
  | 'cancelling'
  | 'cancelled';

/** One entry of a job's log, numbered from 1 without gaps. */
export interface JobProgress {
  type: 'progress';
  seq: number;
  stage: JobStatus['stage'];
  progress: number;
  sectionsDone: number;
  sectionsTotal: number;
  tokensUsed: number;
  message: JobMessage;
  sectionId?: string;
  sectionTitle?: string;
  /** With the newest entry, where it is known. */
  etaSeconds?: number;
}

/** What the server sends over the job's WebSocket. */
export type JobServerMessage =
  { type: 'snapshot'; job: JobStatus | null } | JobProgress | { type: 'done'; job: JobStatus };

const TYPES: readonly unknown[] = ['snapshot', 'progress', 'done'];

/** Null for anything that is no message of ours, so that later kinds do no harm. */
export function parseServerMessage(data: unknown): JobServerMessage | null {
  if (typeof data !== 'string') return null;
  const message: unknown = JSON.parse(data);
  const type = (message as { type?: unknown } | null)?.type;
  return TYPES.includes(type) ? (message as JobServerMessage) : null;
}
