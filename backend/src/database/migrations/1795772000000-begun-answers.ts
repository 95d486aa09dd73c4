import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table begun_answers (
  reservation_id uuid primary key references token_reservations on delete cascade,
  job_id uuid not null references jobs on delete cascade,
  request bytea not null,
  model text not null,
  text text not null
);
create index on begun_answers (job_id, request);`;

/** What has come of answers that models are just giving, so that a crash leaves it. */
export class BegunAnswers1795772000000 implements MigrationInterface {
  readonly name = 'BegunAnswers1795772000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table begun_answers');
  }
}
