import { knowsMigration, migrate } from '../../database';
import { withClient } from '../connections';
import { BackupError } from '../snapshot/backup-error';
import type { Manifest } from '../snapshot/manifest';
import type { Snapshots } from '../snapshot/snapshots';
import { loadRows } from './load-rows';

const TABLES = `select count(*)::int as tables from pg_class
  where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`;

/** @throws BackupError when there is anything in it */
async function requireEmpty(databaseUrl: string): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ tables: number }>(TABLES);
    if (rows[0]?.tables === 0) return;
    throw new BackupError(
      'The database is not empty. A backup is only restored into an empty one: create another ' +
        'and set DATABASE_URL to it.',
    );
  });
}

/**
 * Makes the database of a backup anew: its schema by our own migrations, its rows as they were. What
 * fails leaves the database as empty as it was.
 */
export async function restoreDatabase(
  databaseUrl: string,
  manifest: Manifest,
  snapshots: Snapshots,
): Promise<void> {
  if (!knowsMigration(manifest.migration)) {
    throw new BackupError(
      `The backup was made by a newer version (${manifest.migration}): restore it with that one.`,
    );
  }
  await requireEmpty(databaseUrl);
  try {
    await migrate(databaseUrl, manifest.migration);
    await withClient(databaseUrl, (client) => loadRows(client, manifest, snapshots));
  } catch (error) {
    await withClient(databaseUrl, (client) =>
      client.query('drop schema public cascade; create schema public'),
    );
    throw error;
  }
}
