import { endingOf, type JobEnding } from '../../../jobs/worker/job-ending';
import type { JobTiming } from '../../../jobs/worker/job-timing';
import { Draining, LeaseLapsed, LeaseLost } from '../../../jobs/worker/lease';
import { leaseWatch } from '../../../jobs/worker/lease-watch';
import type { SimulatedBell } from './simulated-bell';
import { MILLISECOND, type SimulatedClock } from './simulated-job';
import { type Mishap, SimulatedRun } from './simulated-run';
import type { SimulatedStore } from './simulated-store';

/** With as many rings waiting, a sweep adds none. */
const ENOUGH_RINGS = 20;

interface WorkerSettings {
  timing: JobTiming;
  jobsAtOnce: number;
  sectionsAtOnce: number;
}

/** A worker process: claims, works, looks after its leases, sweeps, and can be drained. */
export class SimulatedWorker {
  readonly runs: SimulatedRun[] = [];
  /** Runs that have ended or were lost with their process. */
  readonly past: SimulatedRun[] = [];
  /** SIGSTOP. */
  frozen = false;
  draining = false;
  private renewedAt = 0;

  constructor(
    private readonly store: SimulatedStore,
    private readonly bell: SimulatedBell,
    private readonly clock: SimulatedClock,
    private readonly settings: WorkerSettings,
  ) {}

  /** Does one thing: answers a ring, or goes on with one of its jobs. */
  act(choice: number, mishap?: Mishap): void {
    if (this.frozen) return;
    const slots = this.runs.length + (this.wantsMore ? 1 : 0);
    if (slots === 0) return;
    const run = this.runs[choice % slots];
    if (run === undefined) return this.answer(mishap);
    const ending = run.step(choice, mishap);
    if (ending === undefined) return;
    this.leave(run);
    // Nobody learns how it ended: its lease runs out
    if (mishap !== 'UNAVAILABLE') this.end(run, ending);
  }

  /** Looks after its leases. */
  watch(): void {
    if (this.frozen || this.runs.length === 0) return;
    const since = (this.clock.now - this.renewedAt) / MILLISECOND;
    const { lapsed, renew } = leaseWatch(since, this.settings.timing);
    const watched = [...this.runs];
    if (lapsed) for (const run of watched) run.aborted ??= new LeaseLapsed();
    const asked = this.clock.now;
    const mine = (run: SimulatedRun): boolean =>
      renew ? this.store.renew(run.lease) : this.store.held(run.lease);
    for (const run of watched) if (!mine(run)) run.aborted ??= new LeaseLost();
    if (renew) this.renewedAt = asked;
  }

  sweep(): void {
    if (this.frozen || this.draining) return;
    this.store.confirmCancellations();
    if (this.bell.waiting >= ENOUGH_RINGS) return;
    const unattended = Math.min(this.store.unattended(), ENOUGH_RINGS);
    for (let count = 0; count < unattended; count += 1) this.bell.ring();
  }

  /** SIGTERM: lets go of everything. */
  drain(): void {
    if (this.frozen) return;
    this.draining = true;
    for (const run of this.runs) run.aborted ??= new Draining();
  }

  /** The end of a drained process: what has not let go is handed over. */
  abandon(): void {
    for (const run of this.runs) this.end(run, endingOf(new Draining()));
    this.kill();
  }

  /** The process is gone, without a word. */
  kill(): void {
    this.past.push(...this.runs.splice(0));
  }

  private get wantsMore(): boolean {
    return !this.draining && this.runs.length < this.settings.jobsAtOnce && this.bell.canBeHeard;
  }

  private answer(mishap: Mishap | undefined): void {
    this.bell.hear();
    const lease = this.store.claimNext();
    // It is claimed, and the worker does not know
    if (lease === undefined || mishap === 'ANSWER_LOST') return;
    if (this.runs.length === 0) this.renewedAt = this.clock.now;
    this.runs.push(new SimulatedRun(lease, this.store, this.settings.sectionsAtOnce));
  }

  private end(run: SimulatedRun, ending: JobEnding): void {
    const ended = this.store.end(run.lease, ending);
    if (ended?.message === 'handedOver' && ended.crashes === undefined) this.bell.ring();
  }

  private leave(run: SimulatedRun): void {
    this.runs.splice(this.runs.indexOf(run), 1);
    this.past.push(run);
  }
}
