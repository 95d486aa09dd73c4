import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table job_origins (
  job_id uuid primary key references jobs on delete cascade,
  request_id text,
  -- as W3C Trace Context writes it
  trace_parent text
);`;

/** Which request a job comes from, for the logs and traces of the worker that writes it. */
export class JobOrigins1795766100000 implements MigrationInterface {
  readonly name = 'JobOrigins1795766100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table job_origins');
  }
}
