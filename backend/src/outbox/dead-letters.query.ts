import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { PageQuery } from '../common';

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

const LIST = `select id, topic, key, attempts, last_error as "lastError",
    created_at as "createdAt", dead_at as "deadAt"
  from outbox where dead_at is not null order by dead_at desc, id desc
  limit $1 offset $2`;

const COUNT = 'select count(*)::int as total from outbox where dead_at is not null';

/** Messages that operators have to look into. */
@Injectable()
export class DeadLetters {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The latest first. */
  async list({ page, perPage }: PageQuery): Promise<{ items: DeadLetter[]; total: number }> {
    const [items, [count]] = await Promise.all([
      this.dataSource.query<DeadLetter[]>(LIST, [perPage, (page - 1) * perPage]),
      this.dataSource.query<{ total: number }[]>(COUNT),
    ]);
    return { items, total: count?.total ?? 0 };
  }
}
