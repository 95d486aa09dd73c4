import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Outbox } from '../outbox';
import { Undelivered } from '../payments';
import type { JobEvent, JobMessage, JobStage } from './job-event';
import { isAwaited, JOB_ENDED } from './job-ended';
import { JobNews } from './job-news';
import { progressOf } from './job-progress';
import { ENDED_STATES, type JobState, statesBefore } from './job-state';

/** A step of a job's life: one row changed, one event appended. */
export interface JobChange {
  status: JobState;
  stage: JobStage;
  message: JobMessage;
  /** States it may come from; without, those the transition table allows. */
  from?: readonly JobState[];
  /** Only while this is the newest claim. */
  epoch?: number;
  sectionsDone?: number;
  sectionsTotal?: number;
  /** Tokens to add. */
  tokensUsed?: number;
  /** Forget the lost workers because the job got ahead, or count one more. */
  crashes?: 'reset' | 'count';
  /** Milliseconds in which a waiting job is not taken up again. */
  restMs?: number;
  error?: { code: string; detail: string };
  section?: { id: string; title: string };
}

const CHANGE = `update jobs set status = $2, stage = $3,
    sections_done = coalesce($4, sections_done), sections_total = coalesce($5, sections_total),
    tokens_used = tokens_used + $6,
    crashes = case $7::text when 'reset' then 0 when 'count' then crashes + 1 else crashes end,
    error_code = $8, error_detail = $9,
    lease_until = case when $2 in ('running', 'cancelling') then lease_until
      else now() + $13::int * interval '1 millisecond' end,
    requested_at = case when $2 = 'queued' and status in ('paused', 'cancelled', 'failed')
      then now() else requested_at end,
    finished_at = case when $2 = any($10::text[]) then now() end,
    last_seq = last_seq + 1
  where id = $1 and status = any($11::text[]) and ($12::int is null or epoch = $12)
  returning document_id as "documentId", last_seq as seq, now() as at,
    sections_done as "sectionsDone", sections_total as "sectionsTotal",
    tokens_used::float8 as "tokensUsed",
    extract(epoch from now() - requested_at)::float8 as "tookSeconds"`;

type ChangedRow = Pick<JobEvent, 'seq' | 'sectionsDone' | 'sectionsTotal' | 'tokensUsed'> & {
  documentId: string;
  at: Date;
  /** Since its owner last asked for it. */
  tookSeconds: number;
};

const APPEND = 'insert into job_events (job_id, seq, data, created_at) values ($1, $2, $3, $4)';

/** Of a job that has ended, so that one that is resumed asks anew. */
const FORGET_ANSWERS = `with begun as (delete from begun_answers where job_id = $1)
  delete from paid_answers where job_id = $1`;

const LOCK_DOCUMENT = 'select 1 from documents where id = $1 for no key update';

const SET_DOCUMENT_STATUS = `update documents set updated_at = now(), status =
    case when $2 <> 'released' then $2 when outline is null then 'draft' else 'outlined' end
  where id = $1`;

/** What the document's own status becomes with the job's; undefined: stays. */
const DOCUMENT_STATUS: Partial<Record<JobState, 'generating' | 'completed' | 'released'>> = {
  queued: 'generating',
  completed: 'completed',
  paused: 'released',
  failed: 'released',
  cancelled: 'released',
};

/**
 * The only place that changes jobs: every change leaves its event, its document's status and, at the
 * end of a long job, what is to be mailed; a failure gives back what was paid for and not written.
 */
@Injectable()
export class JobWriter {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly news: JobNews,
    private readonly outbox: Outbox,
    private readonly undelivered: Undelivered,
  ) {}

  /**
   * Runs `work` in a transaction and tells the listeners of the document afterwards. Locks the
   * document first, as its deletion does, so that the two cannot wait for each other.
   */
  async transaction<T>(
    documentId: string,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    const result = await this.dataSource.transaction(async (manager) => {
      await manager.query(LOCK_DOCUMENT, [documentId]);
      return work(manager);
    });
    this.news.publish(documentId);
    return result;
  }

  /** Whether the change was made: false if the job is elsewhere, in newer hands or gone. */
  async apply(manager: EntityManager, jobId: string, change: JobChange): Promise<boolean> {
    const { status, stage, epoch = null, error } = change;
    const [[row]] = await manager.query<[ChangedRow[], number]>(CHANGE, [
      jobId,
      status,
      stage,
      change.sectionsDone ?? null,
      change.sectionsTotal ?? null,
      change.tokensUsed ?? 0,
      change.crashes ?? null,
      error?.code ?? null,
      error?.detail ?? null,
      ENDED_STATES,
      change.from ?? statesBefore(status),
      epoch,
      change.restMs ?? null,
    ]);
    if (row === undefined) return false;
    await this.append(manager, jobId, change, row);
    if (ENDED_STATES.includes(status)) await manager.query(FORGET_ANSWERS, [jobId]);
    if (status === 'failed') await this.undelivered.refundUnwritten(manager, row.documentId);
    if (isAwaited(status, row.tookSeconds)) {
      await this.outbox.add(manager, JOB_ENDED, `${jobId}:${String(row.seq)}`, { jobId, status });
    }
    const documentStatus = DOCUMENT_STATUS[status];
    if (documentStatus) await manager.query(SET_DOCUMENT_STATUS, [row.documentId, documentStatus]);
    return true;
  }

  private async append(
    manager: EntityManager,
    jobId: string,
    { status, stage, message, section }: JobChange,
    { at, seq, sectionsDone, sectionsTotal, tokensUsed }: ChangedRow,
  ): Promise<void> {
    const event: JobEvent = {
      seq,
      at: at.toISOString(),
      stage,
      progress: progressOf({ status, sectionsDone, sectionsTotal }),
      sectionsDone,
      sectionsTotal,
      tokensUsed,
      message,
      ...(section && { sectionId: section.id, sectionTitle: section.title }),
    };
    await manager.query(APPEND, [jobId, seq, JSON.stringify(event), at]);
  }
}
