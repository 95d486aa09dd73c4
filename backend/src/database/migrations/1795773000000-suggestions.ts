import type { MigrationInterface, QueryRunner } from 'typeorm';

// What an edit of the outline drops has no place for a suggestion any more.
const UP = `
create table suggestions (
  id uuid primary key,
  document_id uuid not null references documents on delete cascade,
  section_id uuid not null references sections on delete cascade,
  section_version int not null,
  action text not null check (action in ('rewrite', 'shorten', 'expand', 'polish')),
  instruction text,
  start_at int not null check (start_at >= 0),
  original text not null,
  proposed text not null,
  changes jsonb not null,
  evidence jsonb not null,
  lost jsonb not null,
  accepted int[] not null default '{}',
  rejected int[] not null default '{}',
  status text not null default 'open'
    check (status in ('open', 'accepted', 'rejected', 'replaced')),
  writer text not null,
  prompt_version int not null,
  tokens_used int not null,
  created_at timestamptz not null default now(),
  decided_at timestamptz
);
create unique index suggestions_open on suggestions (section_id) where status = 'open';
create index on suggestions (document_id);
create index on suggestions (section_id);`;

/** Other wordings that models propose for places of sections, until somebody decides on them. */
export class Suggestions1795773000000 implements MigrationInterface {
  readonly name = 'Suggestions1795773000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table suggestions');
  }
}
