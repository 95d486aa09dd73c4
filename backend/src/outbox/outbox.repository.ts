import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { OutboxMessage } from './outbox-topic';
import { pauseAfter } from './retry-schedule';

/** Longer than any delivery takes; after it, its relay is taken for dead. */
const TAKEN_MS = 300_000;

const WAITING = 'delivered_at is null and dead_at is null';

/**
 * A message is taken by making it due later: no transaction stays open while a mail server thinks,
 * and one whose relay dies comes back by itself.
 */
const TAKE = `with due as materialized (
    select id from outbox where ${WAITING} and due_at <= now() and topic = any($1::text[])
    order by due_at limit $2 for update skip locked)
  update outbox set attempts = attempts + 1, due_at = now() + $3 * interval '1 millisecond'
  from due where outbox.id = due.id
  returning outbox.id, topic, payload, attempts`;

const DELIVERED = 'update outbox set delivered_at = now(), last_error = null where id = $1';

/** Only of the latest attempt: an older one that comes late knows less. */
const FAILED = `update outbox set last_error = $3,
    due_at = now() + coalesce($4, 0) * interval '1 millisecond',
    dead_at = case when $4::float8 is null then now() end
  where id = $1 and attempts = $2 and ${WAITING}`;

@Injectable()
export class OutboxRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Takes messages that are due; nobody else gets them meanwhile. */
  async take(topics: readonly string[], limit: number): Promise<OutboxMessage[]> {
    const parameters = [topics, limit, TAKEN_MS];
    const [messages] = await this.dataSource.query<[OutboxMessage[], number]>(TAKE, parameters);
    return messages;
  }

  async markDelivered({ id }: OutboxMessage): Promise<void> {
    await this.dataSource.query(DELIVERED, [id]);
  }

  /** Whether it will be tried again. */
  async markFailed({ id, attempts }: OutboxMessage, error: string): Promise<boolean> {
    const pause = pauseAfter(attempts);
    await this.dataSource.query(FAILED, [id, attempts, error, pause ?? null]);
    return pause !== undefined;
  }
}
