import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { JOB_TIMING, type JobTiming } from './job-timing';
import { Draining, type Lease, LeaseLapsed, LeaseLost } from './lease';
import { leaseWatch } from './lease-watch';
import { LeaseRepository } from './lease.repository';

interface Held {
  lease: Lease;
  controller: AbortController;
}

/**
 * The jobs this process works on. Keeps their leases alive, and aborts the work on a job as soon
 * as it is no longer this worker's, a model call in flight included.
 */
@Injectable()
export class HeldLeases implements OnApplicationShutdown {
  private readonly logger = new Logger(HeldLeases.name);
  private readonly held = new Map<string, Held>();
  private timer: NodeJS.Timeout | undefined;
  private renewedAt = 0;
  private asking = false;

  constructor(
    private readonly repository: LeaseRepository,
    @Inject(JOB_TIMING) private readonly timing: JobTiming,
  ) {}

  /** The signal that ends the work. */
  add(lease: Lease): AbortSignal {
    const controller = new AbortController();
    if (this.held.size === 0) this.renewedAt = performance.now();
    this.held.set(lease.jobId, { lease, controller });
    this.timer ??= setInterval(() => this.watch(), this.timing.watch);
    return controller.signal;
  }

  remove({ jobId, epoch }: Lease): void {
    if (this.held.get(jobId)?.lease.epoch === epoch) this.held.delete(jobId);
    if (this.held.size === 0) this.stop();
  }

  get leases(): Lease[] {
    return [...this.held.values()].map(({ lease }) => lease);
  }

  /** Ends the work on every job because this worker shuts down. */
  abortAll(): void {
    for (const { controller } of this.held.values()) controller.abort(new Draining());
  }

  onApplicationShutdown(): void {
    this.stop();
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private watch(): void {
    const watched = [...this.held.values()];
    const { lapsed, renew } = leaseWatch(performance.now() - this.renewedAt, this.timing);
    if (lapsed) watched.forEach(lapse);
    if (this.asking) return;
    this.asking = true;
    this.ask(watched, renew)
      .catch((error: unknown) => {
        this.logger.warn({ err: error }, 'Leases could not be looked after.');
      })
      .finally(() => {
        this.asking = false;
      });
  }

  private async ask(watched: readonly Held[], renew: boolean): Promise<void> {
    const leases = watched.map(({ lease }) => lease);
    const asked = performance.now();
    const mine = await (renew ? this.repository.renew(leases) : this.repository.held(leases));
    if (renew) this.renewedAt = asked;
    watched.filter(({ lease }) => !mine.has(lease.jobId)).forEach(lose);
  }
}

function lapse({ controller }: Held): void {
  controller.abort(new LeaseLapsed('The lease could not be extended in time.'));
}

function lose({ controller }: Held): void {
  controller.abort(new LeaseLost('The job was taken over, cancelled or deleted.'));
}
