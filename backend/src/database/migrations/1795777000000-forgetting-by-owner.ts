import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The role that serves may not change the audit trail at all: what is forgotten in time is forgotten
 * in its owner's name, by these functions alone, and never sooner than they say. Nobody may call them
 * who is not given them.
 */
const UP = `
create function forget_audit_addresses(kept interval) returns bigint language sql security definer
  set search_path = public, pg_temp as $$
  with forgotten as (
    update public.audit_events set address = null
    where address is not null and at < now() - greatest(kept, interval '90 days') returning 1)
  select count(*) from forgotten $$;
create function forget_audit_events(kept interval) returns bigint language sql security definer
  set search_path = public, pg_temp as $$
  with forgotten as (
    delete from public.audit_events
    where action <> 'account.erased' and at < now() - greatest(kept, interval '366 days') returning 1)
  select count(*) from forgotten $$;
revoke execute on function forget_audit_addresses(interval), forget_audit_events(interval) from public;
alter function forget_person() security definer set search_path = public, pg_temp;`;

const DOWN = `
alter function forget_person() security invoker reset search_path;
drop function forget_audit_addresses(interval), forget_audit_events(interval);`;

export class ForgettingByOwner1795777000000 implements MigrationInterface {
  readonly name = 'ForgettingByOwner1795777000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
