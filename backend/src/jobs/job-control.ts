import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notFound, ProblemException } from '../common';
import { PaidWriting } from '../payments';
import type { JobStatus } from './dto/job-status';
import type { JobMessage, JobStage } from './job-event';
import { JobEntity } from './job.entity';
import { JobQueue } from './job-queue';
import { type JobCommand, type JobState, stateAfter } from './job-state';
import { JobWriter } from './job-writer';
import { JobsRepository } from './jobs.repository';

const IMPOSSIBLE: Record<JobCommand, string> = {
  cancel: 'This job has ended already; there is nothing to cancel.',
  resume: 'This job cannot go on: it is completed, or still being cancelled. Look at its status.',
};

/** What each state is announced as when a command leads to it. */
const ANNOUNCED: Partial<Record<JobState, { stage: JobStage; message: JobMessage }>> = {
  queued: { stage: 'queued', message: 'resumed' },
  cancelling: { stage: 'cancelling', message: 'cancelling' },
  cancelled: { stage: 'cancelled', message: 'cancelled' },
};

@Injectable()
export class JobControl {
  constructor(
    private readonly jobs: JobsRepository,
    private readonly writer: JobWriter,
    private readonly queue: JobQueue,
    private readonly paidWriting: PaidWriting,
  ) {}

  /**
   * Stops a job within two seconds; what is written stays.
   * @throws ProblemException NOT_FOUND, INVALID_TRANSITION
   */
  cancel(ownerId: string, jobId: string): Promise<JobStatus> {
    return this.command('cancel', ownerId, jobId);
  }

  /**
   * Goes on from the last finished section.
   * @throws ProblemException NOT_FOUND, INVALID_TRANSITION, JOB_ACTIVE, PAYMENT_REQUIRED when what is
   *   missing is not paid for (any more), PAYMENTS_FROZEN
   */
  async resume(ownerId: string, jobId: string): Promise<JobStatus> {
    const status = await this.command('resume', ownerId, jobId);
    this.queue.ring(jobId);
    return status;
  }

  /** Of any owner, for admins. @throws ProblemException as {@link cancel} */
  async cancelAny(jobId: string): Promise<JobStatus> {
    return this.cancel(await this.jobs.ownerOf(jobId), jobId);
  }

  /** Of any owner, for admins. @throws ProblemException as {@link resume} */
  async resumeAny(jobId: string): Promise<JobStatus> {
    return this.resume(await this.jobs.ownerOf(jobId), jobId);
  }

  private async command(command: JobCommand, ownerId: string, jobId: string): Promise<JobStatus> {
    const { documentId } = await this.jobs.getOwned(ownerId, jobId);
    await this.writer.transaction(documentId, (manager) => this.obey(manager, command, jobId));
    return this.jobs.status(ownerId, jobId);
  }

  private async obey(manager: EntityManager, command: JobCommand, jobId: string): Promise<void> {
    const lock = { mode: 'pessimistic_write' } as const;
    const job = await manager.findOne(JobEntity, { where: { id: jobId }, lock });
    if (job === null) throw notFound();
    const status = stateAfter(command, job.status);
    const announced = status && ANNOUNCED[status];
    if (status === undefined) throw new ProblemException('INVALID_TRANSITION', IMPOSSIBLE[command]);
    if (status === job.status || announced === undefined) return;
    if (command === 'resume') await this.assertMayGoOn(manager, job);
    const crashes = command === 'resume' ? 'reset' : undefined;
    await this.writer.apply(manager, jobId, { status, ...announced, crashes });
  }

  private async assertMayGoOn(manager: EntityManager, { id, ownerId, documentId }: JobEntity) {
    await this.paidWriting.assertPaid(manager, ownerId, documentId);
    const active = await this.jobs.findActive(manager, documentId);
    if (active === null || active.id === id) return;
    const detail = 'Another job writes this document. Wait for its end, or cancel it first.';
    throw new ProblemException('JOB_ACTIVE', detail);
  }
}
