import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { setTimeout as delay } from 'node:timers/promises';
import { JobQueue } from '../job-queue';
import { HeldLeases } from './held-leases';
import { JobRunner } from './job-runner';
import { JobSweeper } from './job-sweeper';
import { JOB_TIMING, type JobTiming } from './job-timing';

const LOOK_MS = 20;

/**
 * Shuts a worker down without losing time or work: its jobs go to other workers at once, from
 * their last finished step, instead of after their leases have run out.
 */
@Injectable()
export class WorkerDrain implements BeforeApplicationShutdown {
  private readonly logger = new Logger(WorkerDrain.name);

  constructor(
    private readonly sweeper: JobSweeper,
    private readonly runner: JobRunner,
    private readonly held: HeldLeases,
    private readonly queue: JobQueue,
    @Inject(JOB_TIMING) private readonly timing: JobTiming,
  ) {}

  async beforeApplicationShutdown(): Promise<void> {
    this.sweeper.stop();
    this.runner.drain();
    const deadline = performance.now() + this.timing.drain;
    await Promise.race([this.stopListening(), delay(this.timing.drain, undefined, { ref: false })]);
    while (this.held.leases.length > 0 && performance.now() < deadline) await delay(LOOK_MS);
    await this.runner.abandon().catch((error: unknown) => {
      this.logger.warn({ err: error }, 'Some jobs go on only when their leases end.');
    });
  }

  private async stopListening(): Promise<void> {
    try {
      await this.queue.stop();
    } catch (error) {
      this.logger.warn({ err: error }, 'The job queue did not stop.');
    }
  }
}
