import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table document_requirements (
  document_id uuid primary key references documents on delete cascade,
  id uuid not null,
  profile jsonb not null,
  title_page jsonb not null,
  preview text not null,
  warnings jsonb not null,
  version int not null,
  updated_at timestamptz not null default now()
);
create table shared_profiles (
  id uuid primary key,
  domain text not null,
  name text not null,
  formatting jsonb not null,
  shared_by uuid references users on delete set null,
  created_at timestamptz not null default now(),
  unique (domain, name)
);`;

/** What a document's university rules of its form, and profiles that a university shares. */
export class FormattingRequirements1795755000000 implements MigrationInterface {
  readonly name = 'FormattingRequirements1795755000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table shared_profiles; drop table document_requirements');
  }
}
