import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { PageQuery } from '../../common';
import type { ActivityEvent } from '../dto/activity';

/** The rest of an event that has neither a subject nor an amount. */
const PLAIN = 'null::text as subject, null::int as amount, null::text as currency';

const CREATED = `select 'document_created' as kind, created_at as at, id, title, 1 as count, ${PLAIN}
  from own`;

const OUTLINED = `select 'outline_made', outlined_at, id, title, 1, ${PLAIN}
  from own where outlined_at is not null`;

// A job writes dozens of sections, and a library has dozens of sources: an hour's are one event.
const SECTIONS = `select case v.step when 'edit' then 'section_edited' else 'section_written' end,
    max(v.created_at), o.id, o.title, count(distinct v.section_id)::int,
    case when count(distinct v.section_id) = 1 then max(v.title) end, null, null
  from section_versions v join own o on o.id = v.document_id
  group by 1, o.id, o.title, date_trunc('hour', v.created_at at time zone 'utc')`;

const SOURCES = `select 'source_added', max(s.created_at), o.id, o.title, count(*)::int,
    case when count(*) = 1 then left(max(s.csl ->> 'title'), 300) end, null, null
  from sources s join own o on o.id = s.document_id
  group by o.id, o.title, date_trunc('hour', s.created_at at time zone 'utc')`;

const JOBS = `select 'job_' || j.status, j.finished_at, o.id, o.title, 1, ${PLAIN}
  from jobs j join own o on o.id = j.document_id
  where j.owner_id = $1 and j.finished_at is not null
    and j.status in ('completed', 'failed', 'cancelled')`;

const EXPORTS = `select 'exported', e.created_at, o.id, o.title, 1, e.format, null, null
  from exports e join own o on o.id = e.document_id`;

// Payments outlive their documents.
const PAYMENTS = `select 'paid', p.paid_at, o.id, o.title, 1, null, p.amount, p.currency
  from payments p left join own o on o.id = p.document_id
  where p.user_id = $1 and p.paid_at is not null and p.amount > 0`;

const EVENTS = [CREATED, OUTLINED, SECTIONS, SOURCES, JOBS, EXPORTS, PAYMENTS].join(
  '\n  union all ',
);

const WITH_EVENTS = `with own as materialized (
    select id, title, created_at, outlined_at from documents where owner_id = $1),
  events as (${EVENTS})`;

const LIST = `${WITH_EVENTS}
  select kind, at, id as "documentId", title as "documentTitle", count, subject, amount, currency,
    (count(*) over ())::int as total
  from events order by at desc, kind, id, subject limit $2 offset $3`;

const COUNT = `${WITH_EVENTS} select count(*)::int as total from events`;

type Row = Omit<ActivityEvent, 'at'> & { at: Date; total: number };

/** What has happened in an account, read from the rows that it left: there is no log beside them. */
@Injectable()
export class ActivityQuery {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Newest first. */
  async list(ownerId: string, { page, perPage }: PageQuery) {
    const parameters = [ownerId, perPage, (page - 1) * perPage];
    const rows = await this.dataSource.query<Row[]>(LIST, parameters);
    const items = rows.map(({ total: _total, at, ...event }): ActivityEvent => {
      return { ...event, at: at.toISOString() };
    });
    if (items.length > 0 || page === 1) return { items, total: rows[0]?.total ?? 0 };
    // a page past the end has no row to carry the total
    const [count] = await this.dataSource.query<[{ total: number }]>(COUNT, [ownerId]);
    return { items, total: count.total };
  }
}
