import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create index audit_events_times on audit_events (at);
create index jobs_newest on jobs (created_at desc, id desc);
create index users_newest on users (created_at desc, id desc);
create index sessions_last_used on sessions (last_used_at);`;

const DOWN = `
drop index sessions_last_used;
drop index users_newest;
drop index jobs_newest;
drop index audit_events_times;`;

/** For what admins look through. */
export class AdminLists1795764200000 implements MigrationInterface {
  readonly name = 'AdminLists1795764200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
