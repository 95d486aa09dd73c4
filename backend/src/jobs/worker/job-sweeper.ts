import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { JobQueue } from '../job-queue';
import { Checkpoints } from './checkpoints';
import { CANCELLED } from './job-ending';
import { JobRunner } from './job-runner';
import { JOB_TIMING, type JobTiming } from './job-timing';
import { LeaseRepository } from './lease.repository';

/** With as many rings waiting, no worker is idle, and more would only pile up. */
const ENOUGH_RINGS = 20;

/** Finds the jobs that were forgotten: Redis lost the ring, or the worker died. */
@Injectable()
export class JobSweeper implements OnApplicationBootstrap {
  private readonly logger = new Logger(JobSweeper.name);
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    private readonly leases: LeaseRepository,
    private readonly checkpoints: Checkpoints,
    private readonly queue: JobQueue,
    private readonly runner: JobRunner,
    @Inject(JOB_TIMING) private readonly timing: JobTiming,
  ) {}

  onApplicationBootstrap(): void {
    void this.repeat();
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private async repeat(): Promise<void> {
    try {
      await this.sweep();
    } catch (error) {
      this.logger.warn({ err: error }, 'Forgotten jobs could not be looked for.');
    }
    if (!this.stopped) this.timer = setTimeout(() => void this.repeat(), this.timing.sweep);
  }

  private async sweep(): Promise<void> {
    await this.confirmCancellations();
    if (this.runner.isPaused) return;
    if ((await this.queue.waiting()) >= ENOUGH_RINGS) return;
    for (const jobId of await this.leases.unattended(ENOUGH_RINGS)) this.queue.ring(jobId);
  }

  private async confirmCancellations(): Promise<void> {
    for (const lease of await this.leases.abandonedCancellations()) {
      await this.checkpoints.end(lease, CANCELLED);
    }
  }
}
