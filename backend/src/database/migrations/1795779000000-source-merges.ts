import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table source_merges (
  id uuid primary key,
  document_id uuid not null references documents on delete cascade,
  source_id uuid not null references sources on delete cascade,
  before jsonb not null,
  after jsonb not null,
  passage_ids uuid[] not null,
  file_id uuid references source_files on delete set null,
  created_at timestamptz not null default now()
);
create index on source_merges (document_id);
create index on source_merges (source_id);
create index on source_merges (file_id) where file_id is not null;
create index on source_merges (created_at);`;

/** What each source has taken in of an entry that was the same work, so that it can be undone. */
export class SourceMerges1795779000000 implements MigrationInterface {
  readonly name = 'SourceMerges1795779000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table source_merges');
  }
}
