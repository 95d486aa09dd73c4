import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table source_joins (
  gone_id uuid primary key,
  document_id uuid not null references documents on delete cascade,
  source_id uuid not null references sources on delete cascade,
  record jsonb not null,
  created_at timestamptz not null default now()
);
create index on source_joins (document_id);
create index on source_joins (source_id);
create index on source_joins (created_at);`;

/** What moved when two sources became one, so that they can become two again. */
export class SourceJoins1795779100000 implements MigrationInterface {
  readonly name = 'SourceJoins1795779100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table source_joins');
  }
}
