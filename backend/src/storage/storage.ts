import type { Readable } from 'node:stream';

/** There is no file with this key. */
export class MissingFileError extends Error {
  constructor(readonly key: string) {
    super(`There is no file ${key}`);
    this.name = 'MissingFileError';
  }
}

export interface StoredFile {
  key: string;
  /** Bytes. */
  size: number;
  changedAt: Date;
}

/** Bytes of a file, the first one 0, both ends included as in HTTP. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * Where files are kept. Nothing in it is public; who may read a file is decided before it is asked.
 *
 * Keys are folders and a name, such as `documents/0198…/0198….pdf`, checked by
 * {@link assertKey}. A file appears under its key whole or not at all.
 *
 * @example
 * await storage.put('documents/1/a.pdf', file);
 * await pipeline(await storage.get('documents/1/a.pdf'), response);
 */
export abstract class Storage {
  /** Replaces what was there. */
  abstract put(key: string, content: Buffer | Readable): Promise<void>;

  /**
   * @param range a part of the file that it has; all of it when left out
   * @throws MissingFileError
   */
  abstract get(key: string, range?: ByteRange): Promise<Readable>;

  /** Does nothing when there is no such file. */
  abstract delete(key: string): Promise<void>;

  /** Deletes everything in a folder, such as `documents/0198…`. */
  abstract deleteFolder(folder: string): Promise<void>;

  /** Every file in a folder and below it; all there are without one. In no certain order. */
  abstract list(folder?: string): AsyncIterable<StoredFile>;

  /** Fails when files could not be written now. */
  abstract check(): Promise<void>;
}
