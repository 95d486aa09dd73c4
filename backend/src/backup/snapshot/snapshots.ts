import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { MissingFileError, type Storage } from '../../storage';
import { BackupError } from './backup-error';
import type { BackupKey } from './backup-key';
import { FORMAT, Manifest } from './manifest';
import { seal, unseal } from './sealed-file';

const FOLDER = 'snapshots';
const MANIFEST = 'manifest.json.gz.age';

export const fileOfTable = (id: string, table: string): string =>
  `${FOLDER}/${id}/${table}.copy.gz.age`;

/** When it was begun, so that names are in the order of time. */
export function newSnapshotId(at = new Date()): string {
  const time = at.toISOString().replace(/[-:]|\.\d+/g, '');
  return `${time}_${randomBytes(3).toString('hex')}`;
}

/** The moment that an id names. */
export function timeOf(id: string): Date {
  const [, y, m, d, h, min, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(id) ?? [];
  return new Date(
    `${String(y)}-${String(m)}-${String(d)}T${String(h)}:${String(min)}:${String(s)}Z`,
  );
}

/** The backups of one target. */
export class Snapshots {
  constructor(
    readonly target: Storage,
    readonly key: BackupKey,
  ) {}

  /** Finished ones, the newest first. */
  async list(): Promise<string[]> {
    const { finished } = await this.found();
    return finished;
  }

  /** Names of all, and of those that have their manifest; the newest first. */
  async found(): Promise<{ all: string[]; finished: string[] }> {
    const all = new Set<string>();
    const finished: string[] = [];
    for await (const { key } of this.target.list(FOLDER)) {
      const [, id = '', name] = key.split('/');
      all.add(id);
      if (name === MANIFEST) finished.push(id);
    }
    return { all: [...all].sort().reverse(), finished: finished.sort().reverse() };
  }

  async writeManifest(manifest: Manifest): Promise<void> {
    const content = Readable.from([Buffer.from(JSON.stringify(manifest))]);
    const sealed = await seal(content, this.key);
    await this.target.put(`${FOLDER}/${manifest.id}/${MANIFEST}`, sealed);
  }

  /** @throws BackupError when it is missing, damaged, sealed for another or of another version */
  async readManifest(id: string): Promise<Manifest> {
    const name = `The manifest of ${id}`;
    const content = await this.opened(`${FOLDER}/${id}/${MANIFEST}`, name);
    const json = await readable(text(content), name);
    const manifest = JSON.parse(json) as { format?: unknown };
    if (manifest.format !== FORMAT) {
      throw new BackupError(`${id} has format ${String(manifest.format)}, not ${String(FORMAT)}.`);
    }
    const { data, error } = Manifest.safeParse(manifest);
    if (data?.id === id) return data;
    throw new BackupError(`${name} does not say what it has to.`, { cause: error });
  }

  async delete(id: string): Promise<void> {
    // Without the manifest first, so that none is taken for whole meanwhile
    await this.target.delete(`${FOLDER}/${id}/${MANIFEST}`);
    await this.target.deleteFolder(`${FOLDER}/${id}`);
  }

  /** @throws BackupError when it is missing or cannot be opened */
  async opened(file: string, name: string): Promise<Readable> {
    try {
      return await unseal(await this.target.get(file), this.key, name);
    } catch (error) {
      if (!(error instanceof MissingFileError)) throw error;
      throw new BackupError(`${name} is missing.`, { cause: error });
    }
  }
}

/** Damage that shows while a file is read, told as such. */
export async function readable<Content>(reading: Promise<Content>, name: string): Promise<Content> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof BackupError) throw error;
    const { message } = error as Error;
    throw new BackupError(`${name} is damaged or cut off (${message})`, { cause: error });
  }
}
