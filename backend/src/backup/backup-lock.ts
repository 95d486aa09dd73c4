import type { Client } from 'pg';
import { withClient } from './connections';

/** Any fixed numbers: of who makes backups or forgets them, and of who restores one to see. */
const LOCKS = { backup: 7_386_472, drill: 7_386_473 } as const;

/** PostgreSQL ends transactions that are silent for half a minute where it is told to. */
const SIGN_OF_LIFE_MS = 10_000;

/**
 * Runs `work` while nobody else does so on this database; does nothing, and yields undefined, when
 * somebody else is at it. A process that dies lets go at once. The lock is a transaction's, so that it
 * holds through a pooler as well.
 */
export function alone<Result>(
  databaseUrl: string,
  kind: keyof typeof LOCKS,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  return withClient(databaseUrl, async (client) => {
    await client.query('begin');
    const { rows } = await client.query<{ held: boolean }>(
      'select pg_try_advisory_xact_lock($1) as held',
      [LOCKS[kind]],
    );
    if (rows[0]?.held !== true) return undefined;
    const timer = setInterval(() => void stayAlive(client), SIGN_OF_LIFE_MS);
    try {
      return await work();
    } finally {
      clearInterval(timer);
      await client.query('rollback').catch(() => undefined);
    }
  });
}

/** A lock that is lost fails the next statement of the work, too: it is the same server. */
const stayAlive = (client: Client) => client.query('select 1').catch(() => undefined);
