import type { Storage } from '../../storage';
import { eachOf } from '../connections';
import { FileVault, placeOf } from './file-vault';
import type { Manifest } from './manifest';
import { fileOfTable, Snapshots } from './snapshots';

const FILES_AT_ONCE = 8;

/** Brings a finished backup to another target, as it is: sealed. */
export async function replicate(
  manifest: Manifest,
  { target: from, key }: Snapshots,
  to: Storage,
): Promise<void> {
  const copy = async (file: string) => to.put(file, await from.get(file));
  const copies = new Snapshots(to, key);
  const there = await new FileVault(copies).places();
  const places = new Set(manifest.files.map((file) => placeOf(file, key)));
  const absent = [...places].filter((place) => !there.has(place));
  await eachOf(absent, FILES_AT_ONCE, copy);
  for (const { name } of manifest.tables) await copy(fileOfTable(manifest.id, name));
  await copies.writeManifest(manifest);
}
