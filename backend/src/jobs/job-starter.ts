import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ProblemException } from '../common';
import { CONFIGURATION, type Configuration } from '../config';
import { PaidWriting } from '../payments';
import { shownState } from './dto/job-status';
import type { AcceptedJob, StartJob } from './dto/start-job';
import { JobQueue } from './job-queue';
import { JobWriter } from './job-writer';
import { JobsRepository } from './jobs.repository';

interface Started {
  /** False when the document was being written already. */
  created: boolean;
  job: AcceptedJob;
}

const RETRY_SECONDS = 60;

const checkUrl = (jobId: string): string => `/api/v1/jobs/${jobId}/status`;

@Injectable()
export class JobStarter {
  constructor(
    @Inject(CONFIGURATION) private readonly config: Configuration,
    private readonly jobs: JobsRepository,
    private readonly writer: JobWriter,
    private readonly queue: JobQueue,
    private readonly paidWriting: PaidWriting,
  ) {}

  /**
   * Has the document written in the background; one that is being written keeps its job.
   * @throws ProblemException NOT_FOUND, PAYMENT_REQUIRED, PAYMENTS_FROZEN, NO_SOURCES, JOB_LIMIT
   *   when the owner has many of them
   */
  async start(ownerId: string, request: StartJob): Promise<Started> {
    const started = await this.writer.transaction(request.documentId, (manager) =>
      this.findOrCreate(manager, ownerId, request),
    );
    if (started.created) this.queue.ring(started.job.jobId);
    return started;
  }

  /**
   * The job that a payment is for, unless it has one: however often it is asked for.
   * @throws ProblemException as {@link start}
   */
  async startPaid(paymentId: string, ownerId: string, documentId: string): Promise<void> {
    const started = await this.writer.transaction(documentId, async (manager) => {
      if ((await this.paidWriting.waiting(manager, paymentId)) === undefined) return undefined;
      return this.findOrCreate(manager, ownerId, { documentId });
    });
    if (started?.created) this.queue.ring(started.job.jobId);
  }

  private async findOrCreate(
    manager: EntityManager,
    ownerId: string,
    { documentId, requirements = '' }: StartJob,
  ): Promise<Started> {
    const { hasSources, activeJobs } = await this.jobs.readStartable(manager, ownerId, documentId);
    const active = await this.jobs.findActive(manager, documentId);
    if (active !== null) {
      const { id: jobId, status } = active;
      await this.paidWriting.attachJob(manager, documentId, jobId);
      const job = { jobId, status: shownState(status), checkUrl: checkUrl(jobId) };
      return { created: false, job };
    }
    await this.paidWriting.assertPaid(manager, ownerId, documentId);
    if (!hasSources) {
      const detail = 'The text is written from your sources only. Add at least one source first.';
      throw new ProblemException('NO_SOURCES', detail);
    }
    this.refuseTooMany(activeJobs);
    const jobId = await this.jobs.create(manager, { documentId, ownerId, requirements });
    await this.paidWriting.attachJob(manager, documentId, jobId);
    await this.writer.apply(manager, jobId, {
      from: ['queued'],
      status: 'queued',
      stage: 'queued',
      message: 'queued',
    });
    return { created: true, job: { jobId, status: 'queued', checkUrl: checkUrl(jobId) } };
  }

  /** Of two at the same time both may find room for one: it is a bound, not a budget. */
  private refuseTooMany(activeJobs: number): void {
    const { disabled, jobsPerUser } = this.config.limits;
    if (disabled || activeJobs < jobsPerUser) return;
    const detail = `${String(activeJobs)} of your documents are being written or wait for it. Start this one when some of them are done.`;
    throw new ProblemException('JOB_LIMIT', detail, { retryAfter: RETRY_SECONDS });
  }
}
