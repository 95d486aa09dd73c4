import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { JobStatus } from '../dto/job-status';
import type { JobEvent } from '../job-event';
import { STATUS, type StatusRow, toStatus } from '../job-status.query';
import { QueuePositions } from '../queue-positions';

/** One statement, so that the status and the events are of the same moment. */
const LATEST = `select ${STATUS}, (select coalesce(json_agg(data order by seq), '[]') from (
      select e.seq, e.data from job_events e
      where e.job_id = j.id and e.seq > case when j.id = $2 then $3 else 0 end
      order by e.seq limit $4) page) as events
  from jobs j where j.document_id = $1 order by j.created_at desc, j.id desc limit 1`;

/** A document's latest job at one moment, with what happened since a place in its log. */
export interface JobSnapshot {
  job: JobStatus;
  lastSeq: number;
  events: JobEvent[];
}

/** What listeners are told. */
@Injectable()
export class JobLogRepository {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly positions: QueuePositions,
  ) {}

  /**
   * The latest job of a document, with at most `limit` events: after `afterSeq` if it is the job
   * `knownId`, else from its first. The caller has checked who owns the document.
   */
  async latest(
    documentId: string,
    { knownId, afterSeq, limit }: { knownId: string | null; afterSeq: number; limit: number },
  ): Promise<JobSnapshot | null> {
    const [row] = await this.dataSource.query<(StatusRow & { events: JobEvent[] })[]>(LATEST, [
      documentId,
      knownId,
      afterSeq,
      limit,
    ]);
    if (row === undefined) return null;
    const position = row.status === 'queued' ? await this.positions.of(row.jobId) : null;
    return { job: toStatus(row, position), lastSeq: row.lastSeq, events: row.events };
  }

  async ownsDocument(ownerId: string, documentId: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      'select 1 from documents where id = $1 and owner_id = $2',
      [documentId, ownerId],
    );
    return rows.length > 0;
  }

  /** The latest job of each document, and the end of its log. */
  heads(documentIds: string[]): Promise<{ documentId: string; jobId: string; lastSeq: number }[]> {
    return this.dataSource.query(
      `select distinct on (document_id) document_id as "documentId", id as "jobId",
         last_seq as "lastSeq"
       from jobs where document_id = any($1::uuid[])
       order by document_id, created_at desc, id desc`,
      [documentIds],
    );
  }
}
