import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { notFound } from '../../common';
import { type CslItem, shownTitle } from '../../sources';
import type { GoneSourceList } from '../dto/merge';

// One row for a document without any, none for one that is not there.
const GONE = `select j.gone_id as id, j.record #>> '{gone,row,key}' as key,
    j.record #> '{gone,row,csl}' as csl, j.source_id as into,
    jsonb_array_length(j.record -> 'sections') as sections, j.created_at as "mergedAt"
  from documents d left join source_joins j
    on j.document_id = d.id and j.behind is null
  where d.id = $1 and d.owner_id = $2
  order by j.created_at desc, j.gone_id desc limit 100`;

interface Row {
  id: string;
  key: string;
  csl: CslItem;
  into: string;
  sections: number;
  mergedAt: Date;
}

const isGone = (row: Row | Record<keyof Row, null>): row is Row => row.id !== null;

/** The sources that became one with others, and can still come back. */
@Injectable()
export class GoneSourcesQuery {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws ProblemException NOT_FOUND */
  async run(ownerId: string, documentId: string): Promise<GoneSourceList> {
    const rows = await this.dataSource.query<(Row | Record<keyof Row, null>)[]>(GONE, [
      documentId,
      ownerId,
    ]);
    if (rows.length === 0) throw notFound();
    const items = rows.filter(isGone).map(({ csl, mergedAt, ...row }) => {
      return { ...row, title: shownTitle(csl), mergedAt: mergedAt.toISOString() };
    });
    return { items };
  }
}
