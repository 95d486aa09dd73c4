import type { Configuration } from '../config';
import { openStorage } from '../storage';
import { alone } from './backup-lock';
import { recordedBackup } from './records';
import { backupKey } from './snapshot/backup-key';
import { prune } from './snapshot/prune';
import { replicate } from './snapshot/replicate';
import { Snapshots } from './snapshot/snapshots';
import { takeBackup, type Taken } from './snapshot/take-backup';

/** The targets that are configured, the one that is restored from first. */
export async function targetsOf(config: Configuration): Promise<[Snapshots, ...Snapshots[]]> {
  const key = await backupKey(config);
  const [first, ...others] = config.backup.targets.map(
    (target) => new Snapshots(openStorage(target), key),
  );
  if (first === undefined) throw new Error('No target for backups');
  return [first, ...others];
}

/**
 * Makes a backup in every target and forgets old ones; yields undefined, having done nothing, when
 * another process is at it.
 */
export async function runBackup(config: Configuration): Promise<Taken | undefined> {
  const [first, ...others] = await targetsOf(config);
  const storage = openStorage(config.storage);
  return alone(config.databaseUrl, 'backup', () =>
    recordedBackup(config.databaseUrl, async () => {
      const taken = await takeBackup(config, storage, first);
      for (const { target } of others) await replicate(taken.manifest, first, target);
      for (const snapshots of [first, ...others]) await prune(snapshots, config.backup.keep);
      return taken;
    }),
  );
}
