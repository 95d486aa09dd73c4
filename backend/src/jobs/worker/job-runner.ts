import { Injectable, Logger } from '@nestjs/common';
import { CurrentSettings } from '../../settings';
import { jobRuns } from '../job-metrics';
import { JobQueue } from '../job-queue';
import { Checkpoints } from './checkpoints';
import { GenerationRun } from './generation-run';
import { HeldLeases } from './held-leases';
import { endingOf, type JobEnding, needsAttention, poisoned } from './job-ending';
import { Draining, type Lease } from './lease';
import { LeaseRepository } from './lease.repository';

@Injectable()
export class JobRunner {
  private readonly logger = new Logger(JobRunner.name);
  private draining = false;

  constructor(
    private readonly leases: LeaseRepository,
    private readonly held: HeldLeases,
    private readonly generation: GenerationRun,
    private readonly checkpoints: Checkpoints,
    private readonly queue: JobQueue,
    private readonly settings: CurrentSettings,
  ) {}

  /** Admins want nothing begun; what is on its way goes on to its end. */
  get isPaused(): boolean {
    const { maintenance, generation } = this.settings.now;
    return maintenance.on || !generation;
  }

  /** Works on the job whose turn it is until it ends, if there is one. */
  async runNext(): Promise<void> {
    if (this.draining || this.isPaused) return;
    const lease = await this.leases.claimNext();
    if (lease === undefined) return;
    const signal = this.held.add(lease);
    if (this.draining) this.held.abortAll();
    try {
      await this.leases.inOrigin(lease, async () => {
        const ending = poisoned(lease) ?? (await this.generate(lease, signal));
        await this.end(lease, ending);
      });
    } finally {
      this.held.remove(lease);
    }
  }

  /** Starts nothing more, and lets go of what is running. */
  drain(): void {
    this.draining = true;
    this.held.abortAll();
  }

  /** Hands over what has not let go; what its steps still write is fenced off. */
  async abandon(): Promise<void> {
    const ending = endingOf(new Draining());
    await Promise.all(this.held.leases.map((lease) => this.end(lease, ending)));
  }

  private async generate(lease: Lease, signal: AbortSignal): Promise<JobEnding> {
    try {
      return await this.generation.run(lease, signal);
    } catch (error) {
      const ending = endingOf(signal.aborted ? signal.reason : error);
      if (needsAttention(ending)) this.logger.error(error);
      return ending;
    }
  }

  private async end(lease: Lease, ending: JobEnding): Promise<void> {
    const ended = await this.checkpoints.end(lease, ending);
    if (ended === undefined) return;
    const { jobId } = lease;
    jobRuns.inc({ status: ended.status });
    this.logger.log(`Job ${jobId}: ${ended.message} ${ended.error?.code ?? ''}`.trimEnd());
    if (ended.message === 'handedOver' && ended.crashes === undefined) this.queue.ring(jobId);
  }
}
