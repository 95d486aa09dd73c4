import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table consents (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  purpose text not null,
  decision text not null check (decision in ('informed', 'given', 'withdrawn')),
  -- of the text that was shown, and the language in which it was
  version int not null check (version > 0),
  locale text not null,
  via text not null check (via in ('sign_in', 'account', 'sharing')),
  at timestamptz not null default now()
);
create index on consents (user_id, purpose, id desc);
-- a decision is followed by another, never changed; it goes with the account only
create function refuse_changed_consent() returns trigger language plpgsql as $$
  begin
    if tg_op = 'DELETE' and not exists (select 1 from users where id = old.user_id) then
      return old;
    end if;
    raise exception '% is append-only', tg_table_name;
  end $$;
create trigger append_only before update or delete on consents
  for each row execute function refuse_changed_consent();
-- by sharing, which said so beside its button
insert into consents (id, user_id, purpose, decision, version, locale, via, at)
select gen_random_uuid(), u.id, 'profile-sharing', 'given', 1, u.locale, 'sharing', min(p.created_at)
from shared_profiles p join users u on u.id = p.shared_by group by u.id, u.locale;`;

const DOWN = `
drop table consents;
drop function refuse_changed_consent;`;

/** What people were told and agreed to: which text, when, how; and when they took it back. */
export class Consents1795776100000 implements MigrationInterface {
  readonly name = 'Consents1795776100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
