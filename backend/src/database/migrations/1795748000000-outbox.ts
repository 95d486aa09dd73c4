import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table outbox (
  id uuid primary key,
  topic text not null,
  key text not null,
  payload jsonb not null,
  attempts int not null default 0,
  due_at timestamptz not null default now(),
  delivered_at timestamptz,
  dead_at timestamptz,
  last_error text,
  created_at timestamptz not null default now(),
  unique (topic, key)
);
create index outbox_due on outbox (due_at) where delivered_at is null and dead_at is null;
create index outbox_dead on outbox (dead_at desc) where dead_at is not null;
create index outbox_delivered on outbox (delivered_at) where delivered_at is not null;`;

/** Effects outside the database, written in the transaction that causes them. */
export class Outbox1795748000000 implements MigrationInterface {
  readonly name = 'Outbox1795748000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table outbox');
  }
}
