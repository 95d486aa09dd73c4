import type { TestApp } from '../../test-app';

/** Where the simulated clock begins. */
const BEGINNING = `'2030-01-01T00:00:00Z'::timestamptz`;

const INSTALL = `
create schema simulated;
create table simulated.clock (at timestamptz not null);
insert into simulated.clock values (${BEGINNING});
create function simulated.now() returns timestamptz language sql stable
  as 'select at from simulated.clock';
grant usage on schema simulated to public;
grant select on simulated.clock to public;
alter table jobs alter requested_at set default simulated.now()`;

/**
 * Has the product's `now()` tell the simulated time, on connections that are made after this: the
 * clock's schema comes before that of PostgreSQL's own functions.
 */
export async function installSimulatedClock({ database }: TestApp): Promise<void> {
  await database.dataSource.query(INSTALL);
  const name = new URL(database.url).pathname.slice(1);
  const path = 'simulated, pg_catalog, public';
  await database.dataSource.query(`alter database ${name} set search_path = ${path}`);
}

/** @param now microseconds */
export async function setSimulatedClock({ database }: TestApp, now: number): Promise<void> {
  const sql = `update simulated.clock set at = ${BEGINNING} + $1 * interval '1 microsecond'`;
  await database.dataSource.query(sql, [now]);
}

/** A column in the simulation's microseconds. */
export const microseconds = (column: string): string =>
  `(extract(epoch from ${column} - ${BEGINNING}) * 1000000)::float8`;
