import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create index jobs_queue on jobs (priority desc, requested_at, id) where status = 'queued';
create index users_blocked on users (id) where blocked_at is not null;`;

/** Finds the next job without looking at the whole queue. */
export class QueueOrder1795748200000 implements MigrationInterface {
  readonly name = 'QueueOrder1795748200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index jobs_queue, users_blocked');
  }
}
