import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table abstracts (
  document_id uuid primary key references documents on delete cascade,
  content text not null,
  status text not null check (status in ('written', 'edited')),
  word_count int not null,
  writer text,
  basis text not null,
  provenance jsonb not null,
  version int not null,
  updated_at timestamptz not null default now()
);
alter table section_versions add column plan text;
update documents set outline = jsonb_set(outline, '{researchQuestion}', 'null')
where outline is not null and not outline ? 'researchQuestion';`;

const DOWN = `
update documents set outline = outline - 'researchQuestion' where outline is not null;
alter table section_versions drop column plan;
drop table abstracts;`;

/** Abstracts, the question of an outline, and what each text of a section was planned as. */
export class Abstracts1795746000000 implements MigrationInterface {
  readonly name = 'Abstracts1795746000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
