import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { DOCUMENT_STATUSES } from '../dto/document';
import type { DocumentStats } from '../dto/stats';
import { WORDS_PER_PAGE } from '../words-per-page';

const BY_STATUS = DOCUMENT_STATUSES.map(
  (status) => `'${status}', count(*) filter (where status = '${status}')`,
).join(', ');

const DOCUMENTS = `json_build_object('total', count(*), 'archived', count(*) filter (where archived),
  'byStatus', json_build_object(${BY_STATUS}))`;

const TOKENS = `select json_build_object('total', coalesce(sum(used), 0), 'today',
    coalesce(sum(used) filter (where day = (now() at time zone 'utc')::date), 0))
  from token_usage where user_id = $1`;

const MIDNIGHT = `date_trunc('day', now() at time zone 'utc') at time zone 'utc'`;

const REFUNDED = `select coalesce(sum(r.amount), 0) from refunds r
  where r.payment_id = p.id and r.status = 'succeeded'`;

const MONEY = `select coalesce(json_agg(used order by used.currency), '[]') from (
  select p.currency, sum(p.amount) as total, sum((${REFUNDED})) as refunded,
    coalesce(sum(p.amount) filter (where p.paid_at >= ${MIDNIGHT}), 0) as today
  from payments p where p.user_id = $1 and p.paid_at is not null and p.amount > 0
  group by p.currency) used`;

const STATS = `with own as materialized (
    select id, status, archived, word_count from documents where owner_id = $1)
  select (select ${DOCUMENTS} from own) as documents,
    (select coalesce(sum(word_count), 0) from own)::int as words,
    (select count(*) from sources where document_id in (select id from own))::int as sources,
    (select count(*) from section_citations c join sections s on s.id = c.section_id
      where s.document_id in (select id from own))::int as citations,
    (select count(*) from exports where document_id in (select id from own))::int as exports,
    (${TOKENS}) as tokens, (${MONEY}) as money`;

/** What an account has and has used, in one statement. */
@Injectable()
export class StatsQuery {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async of(ownerId: string): Promise<DocumentStats> {
    type Row = Omit<DocumentStats, 'estimatedPages'>;
    const [row] = await this.dataSource.query<[Row]>(STATS, [ownerId]);
    return { ...row, estimatedPages: Math.round(row.words / WORDS_PER_PAGE) };
  }
}
