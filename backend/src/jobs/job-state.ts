export const JOB_STATES = [
  'queued',
  'running',
  'paused',
  'cancelling',
  'cancelled',
  'failed',
  'completed',
] as const;

export type JobState = (typeof JOB_STATES)[number];

/**
 * Every move a job can make. A running job goes back to `queued` when its worker hands it over;
 * `cancelling` lasts until the worker has let go.
 */
const MOVES: Readonly<Record<JobState, readonly JobState[]>> = {
  queued: ['running', 'cancelled'],
  running: ['queued', 'paused', 'cancelling', 'failed', 'completed'],
  paused: ['queued', 'cancelled'],
  cancelling: ['cancelled'],
  cancelled: ['queued'],
  failed: ['queued'],
  completed: [],
};

/** A document has at most one job in these states; the unique index on `jobs` says the same. */
export const ACTIVE_STATES: readonly JobState[] = ['queued', 'running', 'paused', 'cancelling'];

/** States that a job leaves, if at all, only on its owner's word. */
export const ENDED_STATES: readonly JobState[] = ['completed', 'failed', 'cancelled'];

export const canMove = (from: JobState, to: JobState): boolean => MOVES[from].includes(to);

export const statesBefore = (to: JobState): JobState[] =>
  JOB_STATES.filter((from) => canMove(from, to));

export type JobCommand = 'cancel' | 'resume';

const COMMANDS: Readonly<Record<JobCommand, Partial<Record<JobState, JobState>>>> = {
  cancel: {
    queued: 'cancelled',
    running: 'cancelling',
    paused: 'cancelled',
    cancelling: 'cancelling',
    cancelled: 'cancelled',
  },
  resume: {
    queued: 'queued',
    running: 'running',
    paused: 'queued',
    cancelled: 'queued',
    failed: 'queued',
  },
};

/**
 * Where the owner's command takes a job: the state it is in already when there is nothing left to
 * do, so that a repeated command is harmless; undefined when the command makes no sense there.
 */
export const stateAfter = (command: JobCommand, state: JobState): JobState | undefined =>
  COMMANDS[command][state];
