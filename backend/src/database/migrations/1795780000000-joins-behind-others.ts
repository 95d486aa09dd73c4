import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `alter table source_joins add column behind uuid`;

/** Which source has to be there again before another one can be, that had become one with it. */
export class JoinsBehindOthers1795780000000 implements MigrationInterface {
  readonly name = 'JoinsBehindOthers1795780000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table source_joins drop column behind');
  }
}
