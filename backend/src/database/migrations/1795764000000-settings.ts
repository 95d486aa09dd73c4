import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table settings_versions (
  version int primary key check (version > 0),
  id uuid not null unique,
  -- all settings that win over the environment, as of this version
  stored jsonb not null,
  -- what this version changed; null: as the environment has it
  before jsonb not null,
  after jsonb not null,
  changed_by uuid not null,
  undoes uuid references settings_versions (id),
  created_at timestamptz not null default now()
);
create trigger append_only before update or delete or truncate on settings_versions
  for each statement execute function refuse_change();
alter table users add column daily_token_limit bigint check (daily_token_limit >= 0);`;

const DOWN = `
alter table users drop column daily_token_limit;
drop table settings_versions;`;

/** What admins set while the product runs, each version kept; and allowances of single users. */
export class Settings1795764000000 implements MigrationInterface {
  readonly name = 'Settings1795764000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
