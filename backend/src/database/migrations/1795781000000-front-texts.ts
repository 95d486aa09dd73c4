import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table front_texts (
  document_id uuid not null references documents on delete cascade,
  part text not null check (part in ('acknowledgements', 'second_abstract', 'abbreviations')),
  content text not null,
  language text,
  status text not null check (status in ('written', 'edited')),
  word_count int not null,
  writer text,
  basis text not null,
  provenance jsonb not null,
  version int not null,
  updated_at timestamptz not null default now(),
  primary key (document_id, part)
);`;

/** The texts beside the sections, but for the abstract, which has a table of its own. */
export class FrontTexts1795781000000 implements MigrationInterface {
  readonly name = 'FrontTexts1795781000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table front_texts');
  }
}
