import type { MigrationInterface, QueryRunner } from 'typeorm';

// Without a reference to sections: what an edit of the outline drops can still be read.
const UP = `
create table section_versions (
  id uuid primary key,
  document_id uuid not null references documents on delete cascade,
  section_id uuid not null,
  title text not null,
  version int not null,
  step text not null check (step in ('draft', 'polish', 'edit')),
  writer text,
  word_count int not null,
  content text not null,
  provenance jsonb not null,
  evidence jsonb not null,
  began_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  unique (section_id, version)
);
create index on section_versions (document_id, created_at desc, id desc);`;

// Texts from before the ledger: as far as is known, one hand wrote the whole.
const FILL = `
insert into section_versions (id, document_id, section_id, title, version, step, writer, word_count,
  content, provenance, evidence, began_at, created_at)
select gen_random_uuid(), s.document_id, s.id, s.title, s.version, o.step, o.writer, s.word_count,
  s.content, jsonb_build_object(
    'origins', jsonb_build_array(jsonb_build_object('step', o.step, 'writer', o.writer,
      'promptVersion', null, 'version', s.version,
      'at', to_char(s.updated_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))),
    'spans', jsonb_build_array(jsonb_build_object('start', 0, 'origin', 0,
      'end', char_length(s.content)
        + char_length(regexp_replace(s.content, '[^\\U00010000-\\U0010FFFF]', '', 'g'))))),
  '[]', s.updated_at, s.updated_at
from sections s cross join lateral (
  select case s.status when 'edited' then 'edit' else 'draft' end as step,
    case s.status when 'edited' then null else s.writer end as writer) o
where s.content <> ''`;

/** Every text that a section ever had, and where each part of it is from. */
export class SectionVersions1795744000000 implements MigrationInterface {
  readonly name = 'SectionVersions1795744000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    await runner.query(FILL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table section_versions');
  }
}
