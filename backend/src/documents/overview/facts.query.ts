import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { DocumentFacts } from '../dto/facts';
import { WORDS_PER_PAGE } from '../words-per-page';

const PAID = `select coalesce(json_agg(sums order by sums.currency), '[]') from (
  select p.currency, sum(p.amount - (select coalesce(sum(r.amount), 0) from refunds r
      where r.payment_id = p.id and r.status = 'succeeded')) as amount
  from payments p
  where p.document_id = d.id and p.user_id = $1 and p.paid_at is not null and p.amount > 0
  group by p.currency) sums`;

// A job that is being cancelled runs until it notices.
const LAST_JOB = `select json_build_object('sectionsDone', j.sections_done, 'sectionsTotal',
    j.sections_total, 'status', case j.status when 'cancelling' then 'running' else j.status end)
  from jobs j where j.document_id = d.id order by j.created_at desc limit 1`;

const FACTS = `select d.id as "documentId",
    round(d.word_count / ${String(WORDS_PER_PAGE)}.0)::int as "estimatedPages",
    (select count(*)::int from sources s where s.document_id = d.id) as sources,
    written.sections, written."sectionsWritten",
    (select coalesce(sum(j.tokens_used), 0)::float8 from jobs j where j.document_id = d.id)
      as "tokensUsed",
    (${PAID}) as paid, (${LAST_JOB}) as "lastJob"
  from documents d cross join lateral (
    select count(*)::int as sections,
      (count(*) filter (where s.content <> ''))::int as "sectionsWritten"
    from sections s
    left join jsonb_to_recordset(d.outline -> 'sections') as o (id uuid, "targetWords" int)
      on o.id = s.id
    where s.document_id = d.id and (o."targetWords" > 0 or s.content <> '')) written
  where d.owner_id = $1 and d.id = any($2)`;

/** What lists show of documents beside their own fields, of a page of them at once. */
@Injectable()
export class FactsQuery {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Of those among `ids` that the owner has. */
  of(ownerId: string, ids: readonly string[]): Promise<DocumentFacts[]> {
    return this.dataSource.query<DocumentFacts[]>(FACTS, [ownerId, ids]);
  }
}
