import { OnQueueError, OnQueueFailed, Processor } from '@nestjs/bull';
import { Inject, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { Job } from 'bull';
import { CONFIGURATION, type Configuration } from '../../config';
import { JOB_QUEUE, JobQueue, type Ring } from '../job-queue';
import { JobRunner } from './job-runner';

@Processor(JOB_QUEUE)
export class JobProcessor implements OnApplicationBootstrap {
  private readonly logger = new Logger(JobProcessor.name);

  constructor(
    private readonly runner: JobRunner,
    private readonly queue: JobQueue,
    @Inject(CONFIGURATION) private readonly config: Configuration,
  ) {}

  /** Not by a decorator, which knows no configuration. */
  onApplicationBootstrap(): void {
    this.queue.answer(this.config.worker.jobs, () => this.runner.runNext());
  }

  @OnQueueFailed()
  failed(_ring: Job<Ring>, error: Error): void {
    this.logger.warn({ err: error }, 'A job was left to the next sweep.');
  }

  @OnQueueError()
  error(error: NodeJS.ErrnoException): void {
    // That Redis is away is reported once, by the client the process shares; Bull says it for ever
    if (error.code !== undefined) return;
    this.logger.warn({ err: error }, 'The job queue has trouble.');
  }
}
