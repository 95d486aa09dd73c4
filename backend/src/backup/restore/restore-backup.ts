import { migrate } from '../../database';
import { documentFolder, type Storage } from '../../storage';
import { eachOf, withClient } from '../connections';
import { FileVault } from '../snapshot/file-vault';
import type { Manifest } from '../snapshot/manifest';
import type { Snapshots } from '../snapshot/snapshots';
import { restoreDatabase } from './restore-database';
import { settle, type Settled } from './settle';

const FILES_AT_ONCE = 8;

/**
 * Restores a backup into an empty database and the storage, and brings it to the newest schema. The
 * files come first: when one is damaged, the database stays empty.
 * @throws BackupError
 */
export async function restoreBackup(
  databaseUrl: string,
  manifest: Manifest,
  { snapshots, storage }: { snapshots: Snapshots; storage: Storage },
): Promise<Settled> {
  const vault = new FileVault(snapshots);
  await eachOf(manifest.files, FILES_AT_ONCE, (file) => vault.giveBack(file, storage));
  await restoreDatabase(databaseUrl, manifest, snapshots);
  await migrate(databaseUrl);
  const erased = await erasedSince(manifest, snapshots);
  const settled = await withClient(databaseUrl, (client) => settle(client, erased));
  for (const id of settled.erasedDocuments) await storage.deleteFolder(documentFolder(id));
  return settled;
}

/** Accounts that the newest backup knows to be erased: an older one must not bring them back. */
async function erasedSince(manifest: Manifest, snapshots: Snapshots): Promise<string[]> {
  const [newest] = await snapshots.list();
  if (newest === undefined || newest === manifest.id) return manifest.erased;
  return (await snapshots.readManifest(newest)).erased;
}
