import { migrate } from '../../database';
import type { Configuration } from '../../config';
import { alone } from '../backup-lock';
import { eachOf } from '../connections';
import { recordedDrill } from '../records';
import { targetsOf } from '../run-backup';
import { BackupError } from '../snapshot/backup-error';
import { FileVault } from '../snapshot/file-vault';
import type { Manifest } from '../snapshot/manifest';
import { forgetFiles } from '../snapshot/prune';
import type { Snapshots } from '../snapshot/snapshots';
import { restoreDatabase } from './restore-database';
import { withScratchDatabase } from './scratch-database';

const FILES_AT_ONCE = 8;

/**
 * Restores the newest backup of every target into an empty database, which is dropped again, and
 * looks at each of its files; then forgets files that no backup names any more. Fails, and is recorded
 * as failed, when anything is not as it was; yields undefined when another drill is under way.
 */
export async function runDrill(config: Configuration): Promise<Manifest | undefined> {
  const targets = await targetsOf(config);
  const { databaseUrl } = config;
  const work = async () => {
    const [first, ...others] = targets;
    const manifest = await drill(databaseUrl, first);
    for (const snapshots of others) await drill(databaseUrl, snapshots);
    // Not while a backup counts on a file that is there; then the next drill does it
    await alone(databaseUrl, 'backup', async () => {
      for (const snapshots of targets) await forgetFiles(snapshots);
    });
    return manifest;
  };
  return alone(databaseUrl, 'drill', () => recordedDrill(databaseUrl, work));
}

async function drill(databaseUrl: string, snapshots: Snapshots): Promise<Manifest> {
  const [newest] = await snapshots.list();
  if (newest === undefined) throw new BackupError('There is no backup to restore.');
  const manifest = await snapshots.readManifest(newest);
  await withScratchDatabase(databaseUrl, async (scratch) => {
    await restoreDatabase(scratch, manifest, snapshots);
    await migrate(scratch);
  });
  const vault = new FileVault(snapshots);
  await eachOf(manifest.files, FILES_AT_ONCE, (file) => vault.giveBack(file));
  return manifest;
}
