import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table platform_token_usage (
  day date primary key,
  used bigint not null default 0 check (used >= 0),
  reserved bigint not null default 0 check (reserved >= 0)
);
alter table token_reservations add column of_platform boolean not null default false;
create index on token_reservations (day, expires_at) where of_platform;`;

const DOWN = `
alter table token_reservations drop column of_platform;
drop table platform_token_usage;`;

/** What an installation spends a day, where its owner has set a limit. */
export class PlatformTokens1795743000000 implements MigrationInterface {
  readonly name = 'PlatformTokens1795743000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
