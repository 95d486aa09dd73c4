import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
-- what the last check found, with the time of it; null while nobody has checked the reference as
-- it is now
alter table sources add column existence_check jsonb;`;

const DOWN = `
alter table sources drop column existence_check;`;

export class ExistenceChecks1795738000000 implements MigrationInterface {
  readonly name = 'ExistenceChecks1795738000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
