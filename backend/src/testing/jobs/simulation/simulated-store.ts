import { isAwaited } from '../../../jobs/job-ended';
import {
  ACTIVE_STATES,
  type JobCommand,
  type JobState,
  stateAfter,
  statesBefore,
} from '../../../jobs/job-state';
import type { JobChange } from '../../../jobs/job-writer';
import { CANCELLED, type JobEnding } from '../../../jobs/worker/job-ending';
import type { Lease } from '../../../jobs/worker/lease';
import type { StoreObserver } from './store-observer';
import {
  MILLISECOND,
  SECOND,
  type SimulatedClock,
  type SimulatedDocument,
  type SimulatedJob,
  type StoreState,
} from './simulated-job';
import { inTurn } from './simulated-turns';

type Change = Pick<JobChange, 'status' | 'from' | 'epoch' | 'crashes' | 'restMs' | 'tokensUsed'> & {
  error?: { code: string } | undefined;
};

const HOLDING: readonly JobState[] = ['running', 'cancelling'];
const AT_REST: readonly JobState[] = ['paused', 'cancelled', 'failed'];

/**
 * What PostgreSQL does with jobs, by the same rules, in memory. Every method is one transaction.
 * That the real one does the same is a test of its own.
 */
export class SimulatedStore {
  readonly jobs = new Map<string, SimulatedJob>();
  readonly outbox: string[] = [];
  readonly blocked = new Set<string>();

  constructor(
    private readonly clock: SimulatedClock,
    readonly documents: ReadonlyMap<string, SimulatedDocument>,
    private readonly leaseMs: number,
    private readonly observer: StoreObserver,
  ) {}

  /** The document's job; a new one if it has none that is active. */
  start(documentId: string): { jobId: string; created: boolean } {
    const now = this.clock.moment();
    const active = this.activeOf(documentId);
    if (active !== undefined) return { jobId: active.id, created: false };
    const { ownerId } = this.document(documentId);
    const id = `job-${String(this.jobs.size + 1)}`;
    const fresh = { status: 'queued', epoch: 0, crashes: 0, leaseUntil: null, seq: 0 } as const;
    const job = { id, documentId, ownerId, ...fresh, requestedAt: now, tokens: 0, error: null };
    this.jobs.set(id, job);
    this.apply(job, { from: ['queued'], status: 'queued' });
    return { jobId: id, created: true };
  }

  command(command: JobCommand, jobId: string): 'done' | 'INVALID_TRANSITION' | 'JOB_ACTIVE' {
    this.clock.moment();
    const job = this.job(jobId);
    const status = stateAfter(command, job.status);
    if (status === undefined) return 'INVALID_TRANSITION';
    if (status === job.status) return 'done';
    const other = this.activeOf(job.documentId);
    if (command === 'resume' && other && other.id !== jobId) return 'JOB_ACTIVE';
    this.apply(job, { status, ...(command === 'resume' && { crashes: 'reset' as const }) });
    return 'done';
  }

  claimNext(): Lease | undefined {
    const now = this.clock.moment();
    const job = inTurn([...this.jobs.values()], now, this.blocked).find(
      ({ leaseUntil }) => (leaseUntil ?? 0) < now,
    );
    if (job === undefined) return undefined;
    const before = { ...job };
    if (job.status === 'running') job.crashes += 1;
    job.status = 'running';
    job.epoch += 1;
    job.leaseUntil = now + this.leaseMs * MILLISECOND;
    this.observer.claimed(before, job, now);
    const { id: jobId, documentId, ownerId, epoch, crashes } = job;
    return { jobId, documentId, ownerId, requirements: '', epoch, crashes };
  }

  /** Extends a lease; false when it is no longer held. */
  renew(lease: Lease): boolean {
    const now = this.clock.moment();
    if (!this.isMine(lease)) return false;
    this.job(lease.jobId).leaseUntil = now + this.leaseMs * MILLISECOND;
    return true;
  }

  held(lease: Lease): boolean {
    this.clock.moment();
    return this.isMine(lease);
  }

  /** False when the lease is lost. */
  announce({ jobId, epoch }: Lease): boolean {
    this.clock.moment();
    return this.apply(this.job(jobId), { status: 'running', from: ['running'], epoch });
  }

  /** False when the lease is lost. */
  finish(lease: Lease, step: string, tokensUsed: number): boolean {
    this.clock.moment();
    const job = this.job(lease.jobId);
    const fenced = { status: 'running', from: ['running'], epoch: lease.epoch } as const;
    if (!this.apply(job, { ...fenced, tokensUsed, crashes: 'reset' })) return false;
    this.observer.finished(job, step);
    this.document(job.documentId).done.add(step);
    return true;
  }

  /** What has taken effect; undefined when the job is no longer this worker's to end. */
  end({ jobId, epoch }: Lease, ending: JobEnding): JobEnding | undefined {
    this.clock.moment();
    const job = this.job(jobId);
    return [ending, CANCELLED].find((one) => this.apply(job, { ...one, epoch }));
  }

  /** Confirms cancellations whose worker is gone. */
  confirmCancellations(): void {
    const now = this.clock.moment();
    for (const job of this.jobs.values()) {
      if (job.status !== 'cancelling' || (job.leaseUntil ?? 0) >= now) continue;
      this.apply(job, { status: 'cancelled', from: ['cancelling'], epoch: job.epoch });
    }
  }

  /** How many jobs nobody works on. */
  unattended(): number {
    const { now } = this.clock;
    const free = ({ leaseUntil }: SimulatedJob) => (leaseUntil ?? 0) < now;
    return inTurn([...this.jobs.values()], now, this.blocked).filter(free).length;
  }

  block(ownerId: string, blocked: boolean): void {
    this.clock.moment();
    if (blocked) this.blocked.add(ownerId);
    else this.blocked.delete(ownerId);
  }

  /** The first step that the document lacks, but for those that are being seen to. */
  nextStep(documentId: string, begun: ReadonlySet<string>): string | undefined {
    const { steps, done } = this.document(documentId);
    const step = steps.find((name) => !done.has(name) && !begun.has(name));
    // From the whole, so that it comes last
    const early = step === 'abstract' && steps.some((name) => name !== step && !done.has(name));
    return early ? undefined : step;
  }

  get state(): StoreState {
    return {
      jobs: [...this.jobs.values()].map((job) => ({ ...job })),
      documents: [...this.documents.values()].map(({ id, status, done }) => ({
        id,
        status,
        done: [...done].sort(),
      })),
      outbox: [...this.outbox],
    };
  }

  private apply(job: SimulatedJob, change: Change): boolean {
    const { now } = this.clock;
    const { status, from = statesBefore(change.status), epoch, restMs } = change;
    if (!from.includes(job.status) || (epoch !== undefined && epoch !== job.epoch)) return false;
    const before = { ...job };
    if (change.crashes === 'reset') job.crashes = 0;
    if (change.crashes === 'count') job.crashes += 1;
    if (!HOLDING.includes(status)) {
      job.leaseUntil = restMs === undefined ? null : now + restMs * MILLISECOND;
    }
    if (status === 'queued' && AT_REST.includes(job.status)) job.requestedAt = now;
    job.status = status;
    job.tokens += change.tokensUsed ?? 0;
    job.error = change.error?.code ?? null;
    job.seq += 1;
    if (isAwaited(status, (now - job.requestedAt) / SECOND)) {
      this.outbox.push(`${job.id}:${String(job.seq)}`);
    }
    this.release(job);
    this.observer.changed(before, job, epoch);
    return true;
  }

  private release({ documentId, status }: SimulatedJob): void {
    const document = this.document(documentId);
    if (status === 'queued') document.status = 'generating';
    if (status === 'completed') document.status = 'completed';
    if (AT_REST.includes(status)) document.status = 'outlined';
  }

  private isMine({ jobId, epoch }: Lease): boolean {
    const job = this.job(jobId);
    return job.epoch === epoch && job.status === 'running' && !this.blocked.has(job.ownerId);
  }

  private activeOf(documentId: string): SimulatedJob | undefined {
    return [...this.jobs.values()].find(
      (job) => job.documentId === documentId && ACTIVE_STATES.includes(job.status),
    );
  }

  private job(id: string): SimulatedJob {
    const job = this.jobs.get(id);
    if (job === undefined) throw new Error(`There is no ${id}`);
    return job;
  }

  private document(id: string): SimulatedDocument {
    const document = this.documents.get(id);
    if (document === undefined) throw new Error(`There is no ${id}`);
    return document;
  }
}
