import { ACTIVE_STATES, canMove, type JobState } from '../../../jobs/job-state';
import { MAX_CRASHES } from '../../../jobs/worker/job-ending';
import type { SimulatedJob } from './simulated-job';

/** An invariant of jobs does not hold. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

const assert = (holds: boolean, invariant: string): void => {
  if (!holds) throw new Broken(invariant);
};

const WORKERS_ONLY: readonly JobState[] = ['running', 'completed', 'failed', 'paused'];

/**
 * Watches every write and knows the invariants in words of its own, so that a rule that is wrong in
 * the store is wrong against it.
 */
export class StoreObserver {
  /** Epochs handed out, the latest of each job last. */
  private readonly epochs = new Map<string, number[]>();
  private readonly steps = new Set<string>();
  private readonly active = new Map<string, string>();
  private readonly losses = new Map<string, number>();

  claimed(before: SimulatedJob, job: SimulatedJob, now: number): void {
    const epochs = this.epochs.get(job.id) ?? [];
    assert(
      epochs.every((epoch) => epoch < job.epoch),
      'an epoch is handed out once',
    );
    const alone = before.leaseUntil === null || before.leaseUntil < now;
    assert(alone, 'a job has one holder at a time');
    assert(['queued', 'running'].includes(before.status), 'only unfinished jobs are taken');
    this.epochs.set(job.id, [...epochs, job.epoch]);
    const lost = (this.losses.get(job.id) ?? 0) + (before.status === 'running' ? 1 : 0);
    this.losses.set(job.id, lost);
    this.countsCrashes(job);
  }

  /** @param epoch of the worker that writes; undefined for others */
  changed(before: SimulatedJob, job: SimulatedJob, epoch: number | undefined): void {
    const moved = before.status !== job.status;
    const fresh = job.seq === 1;
    assert(!moved || fresh || canMove(before.status, job.status), 'a job moves by the table only');
    assert(job.seq === before.seq + 1, 'events are numbered without gaps');
    const current = this.epochs.get(job.id)?.at(-1);
    assert(epoch === undefined || epoch === current, 'only the latest claim writes');
    const outsider = epoch === undefined && WORKERS_ONLY.includes(job.status);
    assert(!outsider, 'work is written by workers');
    this.keepsOneActive(job);
    if (job.status === 'queued' && moved && before.status !== 'running') this.losses.set(job.id, 0);
    if (job.crashes > before.crashes) this.outage(before, job);
    this.countsCrashes(job, job.crashes < before.crashes);
  }

  finished({ id, documentId }: SimulatedJob, step: string): void {
    const name = `${documentId} ${step}`;
    assert(!this.steps.has(name), 'a step is written and paid once');
    this.steps.add(name);
    this.losses.set(id, 0);
  }

  /** Steps that count, all documents'. */
  get finishedSteps(): number {
    return this.steps.size;
  }

  private outage(before: SimulatedJob, job: SimulatedJob): void {
    assert(before.status === 'running' && job.status === 'queued', 'only lost runs count');
    this.losses.set(job.id, (this.losses.get(job.id) ?? 0) + 1);
  }

  /** @param progressed the count was reset in this write, which {@link finished} tells after it */
  private countsCrashes({ id, crashes, error }: SimulatedJob, progressed = false): void {
    const lost = this.losses.get(id) ?? 0;
    assert(crashes === (progressed ? 0 : lost), 'every loss is counted, once');
    if (error === 'WORKER_CRASHED') assert(lost >= MAX_CRASHES, 'healthy jobs are not given up');
  }

  private keepsOneActive({ id, documentId, status }: SimulatedJob): void {
    const other = this.active.get(documentId);
    if (!ACTIVE_STATES.includes(status)) {
      if (other === id) this.active.delete(documentId);
      return;
    }
    assert(other === undefined || other === id, 'a document has one active job');
    this.active.set(documentId, id);
  }
}
