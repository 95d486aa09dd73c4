import { OnQueueError, OnQueueFailed, Process, Processor } from '@nestjs/bull';
import { Logger } from '@nestjs/common';
import type { Job } from 'bull';
import { JOB_QUEUE, type Ring } from '../job-queue';
import { JobRunner } from './job-runner';

/** Jobs that one worker process works on at a time; they mostly wait for a model. */
const CONCURRENCY = 4;

@Processor(JOB_QUEUE)
export class JobProcessor {
  private readonly logger = new Logger(JobProcessor.name);

  constructor(private readonly runner: JobRunner) {}

  @Process({ concurrency: CONCURRENCY })
  answer({ data }: Job<Ring>): Promise<void> {
    return this.runner.run(data.jobId);
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
