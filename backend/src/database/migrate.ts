import { setTimeout as delay } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { ConfigurationError, loadConfiguration } from '../config';
import { migrations } from './migrations';
import { dataSourceOptions } from './options';
import { admitServingRole } from './serving-role';

/** Any fixed number; whoever migrates holds it, so that replicas starting together take turns. */
const MIGRATION_LOCK = 7_386_471;

/**
 * A statement that waits for a lock keeps everybody waiting who comes after it: rather it gives up and
 * tries again, while who held it up goes on.
 */
const LOCK_MS = 5_000;
const PAUSE_MS = 2_000;
const ATTEMPTS = 30;
const LOCK_NOT_AVAILABLE = '55P03';
const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Brings the database at `databaseUrl` to the newest schema, or, for an older copy of the rows, to
 * that of the migration `last`. Safe to call from many processes.
 * @throws Error when there is no migration `last`
 */
export async function migrate(databaseUrl: string, last?: string): Promise<void> {
  const options = dataSourceOptions(databaseUrl);
  const dataSource = new DataSource({
    ...options,
    extra: { ...(options.extra as object), lock_timeout: LOCK_MS },
    migrations: last === undefined ? migrations : upTo(last),
  });
  await dataSource.initialize();
  const lock = dataSource.createQueryRunner();
  try {
    // for its turn it waits as long as it takes
    await lock.query('set lock_timeout = 0');
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await runMigrations(dataSource);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await lock.release();
    await dataSource.destroy();
  }
}

/** Those that are through stay: each has a transaction of its own. */
async function runMigrations(dataSource: DataSource, attempt = 1): Promise<void> {
  try {
    await dataSource.runMigrations({ transaction: 'each' });
  } catch (error) {
    const { code } = error as { code?: string };
    if (code !== LOCK_NOT_AVAILABLE || attempt === ATTEMPTS) throw error;
    await delay(PAUSE_MS);
    await runMigrations(dataSource, attempt + 1);
  }
}

function upTo(last: string): typeof migrations {
  const index = migrations.findIndex(({ name }) => name === last);
  if (index < 0) throw new Error(`There is no migration ${last}`);
  return migrations.slice(0, index + 1);
}

/** Whether this version of the product knows a migration. */
export const knowsMigration = (name: string): boolean =>
  migrations.some((migration) => migration.name === name);

/** As the owner of the schema; then lets the role in that serves, where that is another. */
async function prepareDatabase(): Promise<void> {
  const { databaseUrl, databaseOwnerUrl } = loadConfiguration();
  await migrate(databaseOwnerUrl);
  await admitServingRole(databaseOwnerUrl, databaseUrl);
}

function explain(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === INSUFFICIENT_PRIVILEGE) {
    return `The role may not do this (${message}). See docs/operations.md, “Two roles”.`;
  }
  return `The database could not be brought up to date (${code ?? message}). Check DATABASE_URL and DATABASE_OWNER_URL.`;
}

if (require.main === module) {
  Promise.resolve()
    .then(prepareDatabase)
    .catch((error: unknown) => {
      process.stderr.write(`${explain(error)}\n`);
      process.exitCode = 1;
    });
}
