import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table mail_wordings (
  id uuid primary key,
  template text not null,
  locale text not null,
  version int not null check (version > 0),
  -- all parts that are not as they are built in, as of this version
  stored jsonb not null,
  -- what this version changed; null: as it is built in
  before jsonb not null,
  after jsonb not null,
  changed_by uuid not null,
  undoes uuid references mail_wordings (id),
  created_at timestamptz not null default now(),
  unique (template, locale, version)
);
create trigger append_only before update or delete or truncate on mail_wordings
  for each statement execute function refuse_change();`;

const DOWN = 'drop table mail_wordings;';

/** What admins have made of the wording of mails, each version kept. */
export class MailWordings1795778000000 implements MigrationInterface {
  readonly name = 'MailWordings1795778000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
