import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The only actions whose words somebody typed about a person. */
const WORDY = `('account.blocked', 'refund.approved', 'refund.rejected')`;

/**
 * What the audit trail takes beside additions: addresses are forgotten after 90 days, or once whoever
 * came from there has no account any more; so are the words that were typed about them. Entries go when
 * they are older than a year, but for the numbers of erased accounts: they keep backups from bringing
 * them back.
 */
const TRAIL = `
create function is_gone(account uuid) returns boolean language sql stable as
$$ select account is not null and not exists (select 1 from users where id = account) $$;
create function is_about_nobody(subject uuid) returns boolean language sql stable as
$$ select is_gone(subject) and not exists (select 1 from refunds r
  join payments p on p.id = r.payment_id join users u on u.id = p.user_id where r.id = subject) $$;
create or replace function refuse_change_but_forgetting() returns trigger language plpgsql as $$
  declare rest text[] := array['address', 'request_id', 'details'];
  begin
    if tg_op = 'DELETE' and old.at < now() - interval '1 year' and old.action <> 'account.erased' then
      return old;
    end if;
    if tg_op = 'UPDATE' and to_jsonb(new) - rest = to_jsonb(old) - rest
      and (new.address is not distinct from old.address or new.address is null
        and (old.at < now() - interval '90 days' or is_gone(old.actor_id)))
      and (new.request_id is not distinct from old.request_id
        or new.request_id is null and is_gone(old.actor_id))
      and (new.details = old.details or new.details = old.details - 'reason'
        and old.action in ${WORDY} and is_about_nobody(old.subject_id))
    then return new; end if;
    raise exception '% is append-only', tg_table_name;
  end $$;`;

/** However an account goes, what was typed by and about its owner goes with it. */
const ACCOUNTS = `
create function forget_person() returns trigger language plpgsql as $$
  begin
    update refunds set reason = case cause when 'request' then '' else reason end,
        decision_reason = null
      where payment_id in (select id from payments where user_id = old.id);
    update audit_events set address = null, request_id = null
      where actor_id = old.id and (address is not null or request_id is not null);
    update audit_events set details = details - 'reason'
      where action in ${WORDY} and details ? 'reason' and (subject_id = old.id or subject_id in
        (select r.id from refunds r join payments p on p.id = r.payment_id where p.user_id = old.id));
    return null;
  end $$;
create trigger forget_person after delete on users
  for each row execute function forget_person();
alter table shared_profiles drop constraint shared_profiles_shared_by_fkey,
  add constraint shared_profiles_shared_by_fkey foreign key (shared_by) references users
    on delete cascade;
create index on exports (linked_until);`;

const DOWN = `
drop index exports_linked_until_idx;
alter table shared_profiles drop constraint shared_profiles_shared_by_fkey,
  add constraint shared_profiles_shared_by_fkey foreign key (shared_by) references users
    on delete set null;
drop trigger forget_person on users;
drop function forget_person;
create or replace function refuse_change_but_forgetting() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.at < now() - interval '90 days' and new.address is null
      and to_jsonb(new) - 'address' = to_jsonb(old) - 'address' then return new; end if;
    raise exception '% is append-only', tg_table_name;
  end $$;
drop function is_about_nobody, is_gone;`;

/** Nothing that was typed by or about a person outlives the account, whoever deletes it. */
export class ForgettingPeople1795776000000 implements MigrationInterface {
  readonly name = 'ForgettingPeople1795776000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TRAIL);
    await runner.query(ACCOUNTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
