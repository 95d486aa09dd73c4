import type { JobState } from '../../../jobs/job-state';

/** What decides about a job; instants and spans are microseconds of the simulated clock. */
export interface SimulatedJob {
  id: string;
  documentId: string;
  ownerId: string;
  status: JobState;
  epoch: number;
  crashes: number;
  leaseUntil: number | null;
  requestedAt: number;
  seq: number;
  tokens: number;
  error: string | null;
}

export interface SimulatedDocument {
  id: string;
  ownerId: string;
  status: 'outlined' | 'generating' | 'completed';
  /** Steps that its writing takes, in order. */
  steps: readonly string[];
  done: Set<string>;
}

/** What can be asked of a store, the simulated as well as the real one. */
export const OPERATIONS = [
  'start',
  'command',
  'claimNext',
  'renew',
  'held',
  'announce',
  'finish',
  'end',
  'confirmCancellations',
  'block',
] as const;

export type OperationName = (typeof OPERATIONS)[number];

/** One call of the store, with what came of it: enough to play it again elsewhere. */
export interface Operation {
  name: OperationName;
  args: readonly unknown[];
  result: unknown;
  /** The simulated clock. */
  now: number;
  /** Everything afterwards. */
  state: StoreState;
}

export interface StoreState {
  jobs: readonly SimulatedJob[];
  documents: readonly { id: string; status: string; done: readonly string[] }[];
  /** Keys of what is to be mailed. */
  outbox: readonly string[];
}

const MOMENT = 1;
export const MILLISECOND = 1000;
export const SECOND = 1_000_000;

/** A clock that never shows the same instant twice. */
export class SimulatedClock {
  now = SECOND;

  /** Begins something: nothing else happens at this instant. */
  moment(): number {
    this.now += MOMENT;
    return this.now;
  }

  advance(span: number): void {
    this.now += span;
  }
}
