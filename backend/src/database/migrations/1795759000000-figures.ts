import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table figures (
  id uuid primary key,
  document_id uuid not null references documents on delete cascade,
  key text not null,
  caption text not null,
  alt_text text not null,
  media_type text not null,
  width real not null,
  height real not null,
  file_size int not null,
  sha256 text not null,
  storage_key text not null,
  created_at timestamptz not null default now(),
  unique (document_id, key)
);`;

/** Images that a document shows; the files themselves are in its folder of the store. */
export class Figures1795759000000 implements MigrationInterface {
  readonly name = 'Figures1795759000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table figures');
  }
}
