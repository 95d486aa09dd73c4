import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
alter table jobs add column priority int not null default 0,
  add column requested_at timestamptz not null default now();
update jobs set requested_at = created_at;
create index jobs_turns on jobs (owner_id, requested_at) where status in ('queued', 'running');`;

const DOWN = `
drop index jobs_turns;
alter table jobs drop column priority, drop column requested_at;`;

/** What decides whose job is worked on next. */
export class JobTurns1795748100000 implements MigrationInterface {
  readonly name = 'JobTurns1795748100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
