export const JOB_STAGES = [
  'queued',
  'outline',
  'sections',
  'abstract',
  'completed',
  'failed',
  'paused',
  'cancelling',
  'cancelled',
] as const;

export type JobStage = (typeof JOB_STAGES)[number];

/** What an event tells, as a key for the reader's language. */
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

/** One entry of a job's log, as stored and as sent. */
export interface JobEvent {
  /** From 1 within a job, without gaps. */
  seq: number;
  /** ISO 8601, UTC. */
  at: string;
  stage: JobStage;
  /** Per cent. */
  progress: number;
  sectionsDone: number;
  sectionsTotal: number;
  tokensUsed: number;
  message: JobMessage;
  sectionId?: string;
  sectionTitle?: string;
}
