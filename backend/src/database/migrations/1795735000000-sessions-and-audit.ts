import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
alter table sessions
  add column address text,
  add column last_used_at timestamptz not null default now();
-- set once an admin has decided the role; from then on ADMIN_EMAILS leaves it alone
alter table users add column role_set_at timestamptz;
create table audit_events (
  id uuid primary key,
  at timestamptz not null default now(),
  action text not null,
  -- without references: what happened stays when accounts, sessions and documents are gone
  actor_id uuid,
  subject_id uuid,
  address text,
  request_id text,
  details jsonb not null default '{}'
);
create index on audit_events (actor_id, id desc);
create index on audit_events (subject_id, id desc);
create index on audit_events (action, id desc);
create function refuse_change() returns trigger language plpgsql as $$
  begin raise exception '% is append-only', tg_table_name; end $$;
create trigger append_only before update or delete or truncate on audit_events
  for each statement execute function refuse_change();`;

const DOWN = `
drop table audit_events;
drop function refuse_change;
alter table users drop column role_set_at;
alter table sessions drop column last_used_at, drop column address;`;

export class SessionsAndAudit1795735000000 implements MigrationInterface {
  readonly name = 'SessionsAndAudit1795735000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
