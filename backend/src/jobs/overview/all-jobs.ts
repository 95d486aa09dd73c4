import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { inBatches, type Order, type Page, toPage } from '../../common';
import { ALLOWED } from '../job-turns';
import {
  type AiJob,
  type AiJobExportQuery,
  type AiJobQuery,
  type AiJobRow,
  type StuckJob,
  type StuckJobQuery,
  toAiJob,
} from './ai-job';

const LAST_EVENT = `(select created_at from job_events where job_id = j.id and seq = j.last_seq)`;

const COLUMNS = `j.id, j.document_id as "documentId", j.owner_id as "userId", u.email as "userEmail",
  j.status, j.stage, j.sections_done as "sectionsDone", j.sections_total as "sectionsTotal",
  j.tokens_used::float8 as "tokensUsed", j.crashes, j.error_code as "errorCode",
  j.error_detail as "errorDetail", j.created_at as "createdAt", j.requested_at as "requestedAt",
  j.finished_at as "finishedAt", j.lease_until as "leaseUntil", ${LAST_EVENT} as "lastEventAt"`;

const JOBS = 'from jobs j join users u on u.id = j.owner_id';

const MATCHING = `where ($1::text is null or j.status = $1)
  and ($2::uuid is null or j.owner_id = $2) and ($3::uuid is null or j.document_id = $3)`;

const SORTED: Record<AiJobQuery['sort'], string> = {
  createdAt: 'j.created_at',
  requestedAt: 'j.requested_at',
  finishedAt: 'j.finished_at',
  tokensUsed: 'j.tokens_used',
};

const listBy = (sort: AiJobQuery['sort'], order: Order) =>
  `select ${COLUMNS} ${JOBS} ${MATCHING}
   order by ${SORTED[sort]} ${order} nulls last, j.id ${order} limit $4 offset $5`;

const COUNT = `select count(*)::int as total from jobs j ${MATCHING}`;

const BATCH = `select ${COLUMNS} ${JOBS} ${MATCHING}
  and ($4::uuid is null or j.id > $4) order by j.id limit $5`;

/** $1: minutes. A job of a blocked user rests, and is not stuck. */
const STUCK = `select j.*, case
    when j.status = 'queued' then 'waiting'
    when coalesce(j.lease_until, '-infinity') < now() then 'no_worker'
    else 'silent' end as reason
  from jobs j where j.status in ('queued', 'running', 'cancelling') and ${ALLOWED}
    and coalesce(${LAST_EVENT}, j.requested_at) < now() - $1::int * interval '1 minute'`;

const STUCK_SORTED: Record<StuckJobQuery['sort'], string> = {
  requestedAt: 'j.requested_at',
  crashes: 'j.crashes',
  tokensUsed: 'j.tokens_used',
};

const listStuckBy = (
  sort: StuckJobQuery['sort'],
  order: Order,
) => `select ${COLUMNS}, j.reason from (${STUCK}) j join users u on u.id = j.owner_id
  order by ${STUCK_SORTED[sort]} ${order}, j.id ${order} limit $2 offset $3`;

const COUNT_STUCK = `select count(*)::int as total from (${STUCK}) stuck`;

const valuesOf = ({ status, userId, documentId }: AiJobExportQuery) =>
  [status, userId, documentId].map((value) => value ?? null);

/** Jobs of all users, for admins. */
@Injectable()
export class AllJobs {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async list(query: AiJobQuery): Promise<Page<AiJob>> {
    const matching = valuesOf(query);
    const window = [query.perPage, (query.page - 1) * query.perPage];
    const [rows, [count]] = await Promise.all([
      this.dataSource.query<AiJobRow[]>(listBy(query.sort, query.order), [...matching, ...window]),
      this.dataSource.query<{ total: number }[]>(COUNT, matching),
    ]);
    return toPage(rows.map(toAiJob), count?.total ?? 0, query);
  }

  /** All that match, by and by. */
  all(query: AiJobExportQuery): AsyncGenerator<AiJobRow[]> {
    return inBatches((after, limit) =>
      this.dataSource.query<AiJobRow[]>(BATCH, [...valuesOf(query), after, limit]),
    );
  }

  /** Unfinished ones in which nothing has happened for too long. */
  async stuck(query: StuckJobQuery): Promise<Page<StuckJob>> {
    const { minutes, perPage, page, sort, order } = query;
    const values = [minutes, perPage, (page - 1) * perPage];
    const list = listStuckBy(sort, order);
    const [rows, [count]] = await Promise.all([
      this.dataSource.query<(AiJobRow & Pick<StuckJob, 'reason'>)[]>(list, values),
      this.dataSource.query<{ total: number }[]>(COUNT_STUCK, [minutes]),
    ]);
    return toPage(rows.map(toAiJob), count?.total ?? 0, query);
  }
}
