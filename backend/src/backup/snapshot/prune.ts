import { FileVault, placeOf } from './file-vault';
import { kept, type Keep } from './retention';
import type { Snapshots } from './snapshots';

/** Deletes the backups that are kept no longer, and unfinished ones; nobody may be making one. */
export async function prune(snapshots: Snapshots, keep: Keep): Promise<void> {
  const { all, finished } = await snapshots.found();
  const staying = new Set(kept(finished, keep));
  for (const id of all) if (!staying.has(id)) await snapshots.delete(id);
}

/** Deletes contents of files that are in no backup any more; nobody may be making one. */
export async function forgetFiles(snapshots: Snapshots): Promise<number> {
  const named = new Set<string>();
  for (const id of await snapshots.list()) {
    const { files } = await snapshots.readManifest(id);
    for (const file of files) named.add(placeOf(file, snapshots.key));
  }
  return new FileVault(snapshots).forget(named);
}
