import { setTimeout as delay } from 'node:timers/promises';
import { testDatabase } from '../testing/test-database';
import { migrate } from './migrate';
import { pendingMigrations } from './pending-migrations';

/** The next one changes triggers of the audit trail, for which it wants the table for itself. */
const BEFORE = 'ExportsAsMarkdown1795760000000';

it('waits for no lock so long that readers would wait behind it', async () => {
  const database = await testDatabase([], undefined, BEFORE);
  const reader = database.dataSource.createQueryRunner();
  await reader.startTransaction();
  await reader.query('select count(*) from audit_events');
  const migrated = migrate(database.url);
  await delay(1_000);
  const started = performance.now();
  await database.dataSource.query('select count(*) from audit_events');
  expect(performance.now() - started).toBeLessThan(8_000);
  expect(await pendingMigrations(database.dataSource)).not.toEqual([]);
  await reader.commitTransaction();
  await reader.release();
  await migrated;
  expect(await pendingMigrations(database.dataSource)).toEqual([]);
  await database.drop();
}, 60_000);

it('goes no further than it is told, and not to where there is nothing', async () => {
  const database = await testDatabase([], undefined, BEFORE);
  expect(await pendingMigrations(database.dataSource)).toContain('ForgetAddresses1795762000000');
  await expect(migrate(database.url, 'Nothing1')).rejects.toThrow('There is no migration Nothing1');
  await database.drop();
}, 60_000);
