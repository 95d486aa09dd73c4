import { createHash, createHmac } from 'node:crypto';
import { Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import type { Storage } from '../../storage';
import { BackupError } from './backup-error';
import type { BackupKey } from './backup-key';
import { Digest } from './digest';
import type { SavedFile } from './manifest';
import { chained, seal } from './sealed-file';
import { readable, type Snapshots } from './snapshots';

const FOLDER = 'files';

/**
 * Where a content is kept: the same for the same content, so that each is kept once, and telling
 * nothing to those without the key.
 */
export function placeOf({ sha256 }: Pick<SavedFile, 'sha256'>, { identity }: BackupKey): string {
  const name = createHmac('sha256', identity).update(sha256).digest('hex');
  return `${FOLDER}/${name.slice(0, 2)}/${name}.gz.age`;
}

/** Contents of files, shared by all backups of a target. */
export class FileVault {
  constructor(private readonly snapshots: Snapshots) {}

  /** Places that are taken. */
  async places(): Promise<Set<string>> {
    const places = new Set<string>();
    for await (const { key } of this.snapshots.target.list(FOLDER)) places.add(key);
    return places;
  }

  /**
   * Keeps a file of the product; yields false when it is another than the database says.
   * @throws MissingFileError when the product does not have it
   */
  async keep(file: SavedFile, storage: Storage): Promise<boolean> {
    const content = await buffer(await storage.get(file.key));
    if (createHash('sha256').update(content).digest('hex') !== file.sha256) return false;
    const { target, key } = this.snapshots;
    await target.put(placeOf(file, key), await seal(Readable.from([content]), key));
    return true;
  }

  /**
   * Gives a file back, to `storage` or, without one, only to be looked at.
   * @throws BackupError when it is missing or damaged
   */
  async giveBack(file: SavedFile, storage?: Storage): Promise<void> {
    const name = `The file ${file.key}`;
    const content = await this.snapshots.opened(placeOf(file, this.snapshots.key), name);
    const digest = new Digest();
    const whole = chained(content, digest);
    const reading =
      storage === undefined ? pipeline(whole, nowhere()) : storage.put(file.key, whole);
    await readable(reading, name);
    if (digest.passed().sha256 !== file.sha256) throw new BackupError(`${name} is another one.`);
  }

  /** Forgets contents that no manifest names; yields how many. Nobody may be backing up meanwhile. */
  async forget(named: ReadonlySet<string>): Promise<number> {
    let forgotten = 0;
    for (const place of await this.places()) {
      if (named.has(place)) continue;
      await this.snapshots.target.delete(place);
      forgotten += 1;
    }
    return forgotten;
  }
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });
