import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table backups (
  id uuid primary key,
  -- the name under which its targets have it
  snapshot text,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  -- the moment of which it is
  as_of timestamptz,
  row_count bigint,
  files int,
  files_copied int,
  files_missing int,
  error text
);
create index on backups (started_at desc);
create table restore_drills (
  id uuid primary key,
  snapshot text,
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  passed boolean,
  row_count bigint,
  files int,
  -- what kept it from passing
  error text
);
create index on restore_drills (started_at desc);`;

const DOWN = 'drop table backups, restore_drills';

/** When backups were made, and when one was last restored to see whether it can be. */
export class Backups1795766000000 implements MigrationInterface {
  readonly name = 'Backups1795766000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
