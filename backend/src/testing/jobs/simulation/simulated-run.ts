import { ProblemException } from '../../../common';
import { COMPLETED, endingOf, type JobEnding, poisoned } from '../../../jobs/worker/job-ending';
import { type Lease, LeaseLost } from '../../../jobs/worker/lease';
import type { SimulatedStore } from './simulated-store';

/** What a model call or a store may do, beside what is hoped for. */
export const MISHAPS = ['MODEL_FAILED', 'TOKEN_LIMIT', 'UNAVAILABLE', 'ANSWER_LOST'] as const;

export type Mishap = (typeof MISHAPS)[number];

/** Tokens of every step. */
export const STEP_TOKENS = 10;

/** One of the sections that a run writes at the same time. */
interface Hand {
  state: 'idle' | 'announced' | 'calling' | 'answered' | 'done';
  step?: string;
}

/** Counts of one run, for the bill. */
export interface RunCounts {
  calls: number;
  /** Calls whose answer was stored. */
  stored: number;
}

const problem = (code: 'MODEL_FAILED' | 'TOKEN_LIMIT' | 'UNAVAILABLE') =>
  new ProblemException(code, 'It happened in a simulation.');

/**
 * A run of a job, one transaction or one model call at a time, as the worker's runner, its
 * generation and its checkpoints go about it. The decisions are theirs.
 */
export class SimulatedRun {
  readonly counts: RunCounts = { calls: 0, stored: 0 };
  /** The reason why its signal is aborted. */
  aborted: Error | undefined;
  private begun = false;
  private readonly seenTo = new Set<string>();
  private readonly hands: Hand[];
  private failure: unknown;

  constructor(
    readonly lease: Lease,
    private readonly store: SimulatedStore,
    readonly atOnce: number,
  ) {
    this.hands = Array.from({ length: atOnce }, () => ({ state: 'idle' }));
  }

  /** Does one thing; the ending once there is nothing more to do. */
  step(choice: number, mishap?: Mishap): JobEnding | undefined {
    if (!this.begun) return this.begin();
    const busy = this.hands.filter(({ state }) => state !== 'done');
    const hand = busy[choice % busy.length];
    if (hand === undefined) return this.ending();
    this.move(hand, mishap);
    return undefined;
  }

  private begin(): JobEnding | undefined {
    this.begun = true;
    const poison = poisoned(this.lease);
    if (poison === undefined && !this.store.announce(this.lease)) this.giveUp(new LeaseLost());
    return poison;
  }

  private ending(): JobEnding {
    if (this.aborted === undefined && this.failure === undefined) return COMPLETED;
    return endingOf(this.aborted ?? this.failure);
  }

  private move(hand: Hand, mishap: Mishap | undefined): void {
    switch (hand.state) {
      case 'idle':
        return this.takeStep(hand);
      case 'announced':
        this.counts.calls += 1;
        hand.state = 'calling';
        return;
      case 'calling':
        if (this.aborted !== undefined) return this.fail(hand, this.aborted);
        if (mishap !== undefined && mishap !== 'ANSWER_LOST')
          return this.fail(hand, problem(mishap));
        hand.state = 'answered';
        return;
      case 'answered':
        return this.finish(hand, mishap);
      case 'done':
    }
  }

  private takeStep(hand: Hand): void {
    const stopped = this.aborted ?? this.failure;
    const step = stopped ? undefined : this.store.nextStep(this.lease.documentId, this.seenTo);
    if (step === undefined) {
      // The abstract waits for the sections in other hands
      if (stopped !== undefined || this.othersAreDone(hand)) hand.state = 'done';
      return;
    }
    this.seenTo.add(step);
    hand.step = step;
    if (this.store.announce(this.lease)) hand.state = 'announced';
    else this.fail(hand, new LeaseLost());
  }

  private othersAreDone(hand: Hand): boolean {
    return this.hands.every((other) => other === hand || ['idle', 'done'].includes(other.state));
  }

  private finish(hand: Hand, mishap: Mishap | undefined): void {
    const { aborted, lease } = this;
    if (aborted !== undefined) return this.fail(hand, aborted);
    if (!this.store.finish(lease, hand.step ?? '', STEP_TOKENS)) {
      return this.fail(hand, new LeaseLost());
    }
    this.counts.stored += 1;
    // It is committed, and the worker does not know
    if (mishap === 'ANSWER_LOST') return this.fail(hand, problem('UNAVAILABLE'));
    hand.state = 'idle';
  }

  private fail(hand: Hand, error: unknown): void {
    hand.state = 'done';
    this.failure ??= error;
  }

  private giveUp(error: unknown): void {
    this.hands.forEach((hand) => this.fail(hand, error));
  }
}
