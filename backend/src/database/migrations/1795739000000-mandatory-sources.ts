import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = 'alter table sources add column mandatory boolean not null default false';
const DOWN = 'alter table sources drop column mandatory';

export class MandatorySources1795739000000 implements MigrationInterface {
  readonly name = 'MandatorySources1795739000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
