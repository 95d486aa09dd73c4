import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table source_files (
  id uuid primary key,
  document_id uuid not null references documents on delete cascade,
  source_id uuid not null references sources on delete cascade,
  kind text not null check (kind in ('pdf', 'docx')),
  file_size int not null,
  sha256 text not null,
  storage_key text not null,
  created_at timestamptz not null default now()
);
create index on source_files (document_id);
create index on source_files (source_id);
alter table passages add column file_id uuid references source_files on delete set null;
create index on passages (file_id) where file_id is not null;`;

/** The files that students have added, kept for them to read in; passages name the one they are from. */
export class SourceFiles1795774000000 implements MigrationInterface {
  readonly name = 'SourceFiles1795774000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table passages drop column file_id');
    await runner.query('drop table source_files');
  }
}
