import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table paid_answers (
  job_id uuid not null references jobs on delete cascade,
  request bytea not null,
  answer jsonb not null,
  primary key (job_id, request)
);`;

/** What models have answered in jobs that have not ended, so that nobody pays for it twice. */
export class PaidAnswers1795747000000 implements MigrationInterface {
  readonly name = 'PaidAnswers1795747000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table paid_answers');
  }
}
