import { randomBytes } from 'node:crypto';
import { withClient } from '../connections';

const PREFIX = 'tesigo_drill_';

/** Left over from drills that were killed; those of another role are not ours to drop. */
const LEFTOVER = `select datname as name from pg_database d where datname like '${PREFIX}%'
  and pg_has_role(datdba, 'usage')
  and not exists (select 1 from pg_stat_activity a where a.datname = d.datname)`;

/**
 * Runs `work` with an empty database on the same server, which is dropped afterwards. The role needs
 * the right to create databases. Only one drill at a time: it takes others for left over.
 */
export async function withScratchDatabase<Result>(
  databaseUrl: string,
  work: (url: string) => Promise<Result>,
): Promise<Result> {
  const name = `${PREFIX}${randomBytes(6).toString('hex')}`;
  const drop = (database: string) => `drop database if exists ${database} with (force)`;
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(LEFTOVER);
    for (const leftover of rows) await client.query(drop(leftover.name));
    await client.query(`create database ${name} template template0`);
  });
  try {
    return await work(url.href);
  } finally {
    await withClient(databaseUrl, (client) => client.query(drop(name)));
  }
}
