import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Order, PageQuery } from '../common';

/** A message that was given up; what it carries is not shown. */
export interface DeadLetter {
  id: string;
  topic: string;
  /** What caused it, such as a job. */
  key: string;
  attempts: number;
  lastError: string | null;
  createdAt: Date;
  deadAt: Date;
}

export const DEAD_LETTER_SORTS = ['deadAt', 'topic', 'attempts'] as const;

type Sort = (typeof DEAD_LETTER_SORTS)[number];

interface DeadLetterQuery extends PageQuery {
  sort: Sort;
  order: Order;
}

const SORTED: Record<Sort, string> = { deadAt: 'dead_at', topic: 'topic', attempts: 'attempts' };

const listBy = (sort: Sort, order: Order) => `select id, topic, key, attempts,
    last_error as "lastError", created_at as "createdAt", dead_at as "deadAt"
  from outbox where dead_at is not null order by ${SORTED[sort]} ${order}, id ${order}
  limit $1 offset $2`;

const COUNT = 'select count(*)::int as total from outbox where dead_at is not null';

/** Messages that operators have to look into. */
@Injectable()
export class DeadLetters {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async list(query: DeadLetterQuery): Promise<{ items: DeadLetter[]; total: number }> {
    const { sort, order, page, perPage } = query;
    const [items, [count]] = await Promise.all([
      this.dataSource.query<DeadLetter[]>(listBy(sort, order), [perPage, (page - 1) * perPage]),
      this.dataSource.query<{ total: number }[]>(COUNT),
    ]);
    return { items, total: count?.total ?? 0 };
  }
}
