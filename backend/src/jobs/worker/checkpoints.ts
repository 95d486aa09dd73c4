import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { pastSpan } from '../../tracing';
import { stepDuration } from '../job-metrics';
import { type JobChange, JobWriter } from '../job-writer';
import { CANCELLED, type JobEnding } from './job-ending';
import { type Lease, LeaseLost } from './lease';

/** What a step leaves behind, once. */
export interface StepResult {
  /** Unique in the job, such as `outline` or `section:<id>`. */
  step: string;
  result: Record<string, unknown>;
  /** The text it has made, kept elsewhere; its SHA-256 is kept here, to tell what came of it. */
  content: string;
  tokensUsed: number;
  durationMs: number;
}

const RECORD = `insert into job_steps (job_id, step, result, tokens_used, duration_ms)
  values ($1, $2, $3, $4, $5)
  on conflict (job_id, step) do update set result = excluded.result,
    tokens_used = job_steps.tokens_used + excluded.tokens_used,
    duration_ms = excluded.duration_ms, created_at = now()`;

const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');

type Announcement = Omit<JobChange, 'status' | 'from' | 'epoch' | 'error' | 'crashes'>;

/** Writes of a running job: all or nothing, and only by the holder of its newest lease. */
@Injectable()
export class Checkpoints {
  constructor(private readonly writer: JobWriter) {}

  /**
   * Announces what is being worked on.
   * @throws LeaseLost
   */
  announce(lease: Lease, announcement: Announcement): Promise<void> {
    return this.writer.transaction(lease.documentId, (manager) =>
      this.apply(manager, lease, announcement),
    );
  }

  /**
   * Stores a finished step: its record, what `save` writes, and what `save` announces.
   * @throws LeaseLost before anything is written
   */
  async finish(
    lease: Lease,
    step: StepResult,
    save: (manager: EntityManager) => Promise<Announcement>,
  ): Promise<void> {
    const { tokensUsed } = step;
    await this.writer.transaction(lease.documentId, async (manager) => {
      const announcement = await save(manager);
      await this.apply(manager, lease, { ...announcement, tokensUsed, crashes: 'reset' });
      const result = JSON.stringify({ ...step.result, sha256: sha256(step.content) });
      const record = [lease.jobId, step.step, result, tokensUsed, step.durationMs];
      await manager.query(RECORD, record);
    });
    const [kind = ''] = step.step.split(':', 1);
    pastSpan(`step ${kind}`, { 'tesigo.tokens': tokensUsed }, step.durationMs);
    stepDuration.observe({ step: kind }, step.durationMs / 1000);
  }

  /**
   * Closes a run; yields what has taken effect: the ending, the cancellation that came before it, or
   * nothing when the job is in newer hands.
   */
  end(
    { jobId, documentId, epoch }: Pick<Lease, 'jobId' | 'documentId' | 'epoch'>,
    ending: JobEnding,
  ): Promise<JobEnding | undefined> {
    return this.writer.transaction(documentId, async (manager) => {
      for (const one of [ending, CANCELLED]) {
        if (await this.writer.apply(manager, jobId, { ...one, epoch })) return one;
      }
      return undefined;
    });
  }

  private async apply(
    manager: EntityManager,
    { jobId, epoch }: Lease,
    change: Announcement & Pick<JobChange, 'crashes'>,
  ): Promise<void> {
    const fenced = { ...change, status: 'running', from: ['running'], epoch } as const;
    if (await this.writer.apply(manager, jobId, fenced)) return;
    throw new LeaseLost('The job was taken over, cancelled or deleted.');
  }
}
