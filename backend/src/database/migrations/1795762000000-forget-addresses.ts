import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The one change that the audit trail takes: where something came from is forgotten in time. */
const UP = `
create function refuse_change_but_forgetting() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and old.at < now() - interval '90 days' and new.address is null
      and to_jsonb(new) - 'address' = to_jsonb(old) - 'address' then return new; end if;
    raise exception '% is append-only', tg_table_name;
  end $$;
drop trigger append_only on audit_events;
create trigger append_only before update or delete on audit_events
  for each row execute function refuse_change_but_forgetting();
create trigger never_emptied before truncate on audit_events
  for each statement execute function refuse_change();
create index audit_events_addresses on audit_events (at) where address is not null;`;

const DOWN = `
drop index audit_events_addresses;
drop trigger never_emptied on audit_events;
drop trigger append_only on audit_events;
create trigger append_only before update or delete or truncate on audit_events
  for each statement execute function refuse_change();
drop function refuse_change_but_forgetting;`;

export class ForgetAddresses1795762000000 implements MigrationInterface {
  readonly name = 'ForgetAddresses1795762000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
