import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

const STATES = ['draft', 'outlined', 'generating', 'completed'] as const;

export type DocumentsByState = Record<(typeof STATES)[number], number>;

const BY_STATE = 'select status, count(*)::int as documents from documents group by status';

const CREATED = `select (created_at at time zone 'utc')::date::text as day,
    count(*)::int as documents
  from documents where created_at >= $1::date at time zone 'utc' group by 1`;

/** Numbers of documents of the whole installation. */
@Injectable()
export class DocumentCounts {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async byState(): Promise<DocumentsByState> {
    const rows = await this.dataSource.query<{ status: string; documents: number }[]>(BY_STATE);
    const counts = Object.fromEntries(STATES.map((state) => [state, 0]));
    for (const { status, documents } of rows) counts[status] = documents;
    return counts as DocumentsByState;
  }

  /** Days (UTC, YYYY-MM-DD) with any, from the first on. */
  created(firstDay: string): Promise<{ day: string; documents: number }[]> {
    return this.dataSource.query(CREATED, [firstDay]);
  }
}
