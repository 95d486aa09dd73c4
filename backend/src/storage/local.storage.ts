import { randomUUID } from 'node:crypto';
import { constants, createWriteStream } from 'node:fs';
import { access, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ByteRange, MissingFileError, Storage, type StoredFile } from './storage';
import { assertKey } from './storage-key';

/** Unfinished files; the name is no valid key, so no key leads there. */
const UNFINISHED = '.unfinished';

const isAbsent = (error: unknown) =>
  ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

/** Files in a directory of this machine, readable only by the user that runs the product. */
export class LocalStorage extends Storage {
  constructor(private readonly directory: string) {
    super();
  }

  async put(key: string, content: Buffer | Readable): Promise<void> {
    const path = this.pathOf(key);
    const unfinished = join(this.directory, UNFINISHED, randomUUID());
    await mkdir(dirname(unfinished), { recursive: true, mode: 0o700 });
    try {
      const file = createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(Buffer.isBuffer(content) ? Readable.from([content]) : content, file);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await rename(unfinished, path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  async get(key: string, range?: ByteRange): Promise<Readable> {
    try {
      const file = await open(this.pathOf(key), 'r');
      if ((await file.stat()).isFile()) return file.createReadStream(range);
      await file.close();
    } catch (error) {
      if (!isAbsent(error)) throw error;
    }
    throw new MissingFileError(key);
  }

  async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  async deleteFolder(folder: string): Promise<void> {
    await rm(this.pathOf(folder), { force: true, recursive: true });
  }

  async *list(folder?: string): AsyncGenerator<StoredFile> {
    const path = folder === undefined ? this.directory : this.pathOf(folder);
    const entries = await opendir(path).catch((error: unknown) => {
      if (isAbsent(error)) return [];
      throw error;
    });
    for await (const entry of entries) {
      if (entry.name === UNFINISHED) continue;
      const key = folder === undefined ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) yield* this.list(key);
      else yield* found(key, join(path, entry.name));
    }
  }

  async check(): Promise<void> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 });
    await access(this.directory, constants.R_OK | constants.W_OK);
  }

  private pathOf(key: string): string {
    assertKey(key);
    return join(this.directory, ...key.split('/'));
  }
}

/** Nothing, where it has been deleted meanwhile. */
async function* found(key: string, path: string): AsyncGenerator<StoredFile> {
  try {
    const { size, mtime } = await stat(path);
    yield { key, size, changedAt: mtime };
  } catch (error) {
    if (!isAbsent(error)) throw error;
  }
}
