import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Configuration } from '../config';
import { admitServingRole } from '../database';
import { openStorage } from '../storage';
import { program, seconds } from './program';
import { restoreBackup } from './restore/restore-backup';
import { targetsOf } from './run-backup';
import { BackupError } from './snapshot/backup-error';
import type { Manifest } from './snapshot/manifest';
import type { Snapshots } from './snapshot/snapshots';

async function chosen(targets: readonly Snapshots[], wanted: string | undefined) {
  for (const snapshots of targets) {
    const ids = await snapshots.list();
    const id = wanted ?? ids[0];
    if (id !== undefined && ids.includes(id)) return { snapshots, id };
  }
  throw new BackupError(`There is no backup ${wanted ?? 'to restore'}.`);
}

/** What signed the rows signs again, unless the operator has set another secret. */
function keepSecrets({ auth, dataDir }: Configuration, { jwtSecrets }: Manifest): string {
  const [secret] = jwtSecrets;
  if (secret === undefined || jwtSecrets.includes(auth.jwtSecrets[0])) return '';
  if (auth.secretIsStored) {
    writeFileSync(join(dataDir, 'jwt-secret'), secret, { mode: 0o600 });
    return '';
  }
  return ' JWT_SECRET is another than that of the backup: links to downloads are not good any more.';
}

/**
 * `npm run restore [-- --snapshot <id>]`: the newest backup, or that one, into an empty database
 * (DATABASE_URL) and the storage.
 */
program(async (config) => {
  const started = performance.now();
  const { values } = parseArgs({ options: { snapshot: { type: 'string' } } });
  const { snapshots, id } = await chosen(await targetsOf(config), values.snapshot);
  const manifest = await snapshots.readManifest(id);
  const storage = openStorage(config.storage);
  const { databaseUrl, databaseOwnerUrl } = config;
  const settled = await restoreBackup(databaseOwnerUrl, manifest, { snapshots, storage });
  await admitServingRole(databaseOwnerUrl, databaseUrl);
  const secrets = keepSecrets(config, manifest);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const { jobs, messages, sessions } = settled;
  return `${id}, as of ${manifest.asOf}: ${String(rows)} rows and ${String(manifest.files.length)} files in ${seconds(started)}, each as it was.
${String(sessions)} sessions have ended, ${String(jobs)} jobs are paused, ${String(messages)} messages wait for you as dead letters.${secrets}`;
});
