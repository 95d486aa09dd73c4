import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Storage } from '../storage';
import type { SavedFile } from './snapshot/manifest';
import { STORED_FILES } from './stored-files';

/** Beyond these the answer says that it has not seen everything. */
const MOST_FILES = 200_000;
const LISTING_MS = 10_000;

const SAMPLE = 50;
const READING_MS = 5_000;

/** Files that are being made, or deleted, have no row for a moment. */
const YOUNG_MS = 3_600_000;

const EXAMPLES = 20;

export interface StorageState {
  /** What the database names. */
  files: number;
  bytes: number;
  missing: number;
  wrongSize: number;
  /** Files without a row, older than an hour. */
  orphans: number;
  /** Files whose content was read, by chance, and those that were not what the database says. */
  contentsRead: number;
  damaged: number;
  /** Keys of what is wrong, a few of each kind. */
  examples: string[];
  /** False when there was more than could be looked at in time. */
  complete: boolean;
}

const NAMED = `select key, sha256, size from (${STORED_FILES}) files limit $1`;

/** Holds the files of the storage against what the database says of them, in bounded time. */
@Injectable()
export class VerifyStorage {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly storage: Storage,
  ) {}

  async run(): Promise<StorageState> {
    const named = await this.dataSource.query<SavedFile[]>(NAMED, [MOST_FILES + 1]);
    const unseen = new Map(named.slice(0, MOST_FILES).map((file) => [file.key, file]));
    const all = [...unseen.values()];
    const { wrongSize, orphans, inTime } = await this.list(unseen);
    const complete = inTime && named.length <= MOST_FILES;
    // What was not seen may only not have been reached
    const missing = complete ? [...unseen.keys()] : [];
    const known = new Set([...missing, ...wrongSize]);
    const read = await this.read(sampleOf(all.filter(({ key }) => !known.has(key))));
    return {
      files: all.length,
      bytes: all.reduce((sum, { size }) => sum + size, 0),
      missing: missing.length,
      wrongSize: wrongSize.length,
      orphans: orphans.length,
      contentsRead: read.count,
      damaged: read.damaged.length,
      examples: [missing, wrongSize, orphans, read.damaged].flatMap((keys) =>
        keys.slice(0, EXAMPLES),
      ),
      complete,
    };
  }

  /** Takes what it sees out of `unseen`. */
  private async list(unseen: Map<string, SavedFile>) {
    const until = performance.now() + LISTING_MS;
    const young = Date.now() - YOUNG_MS;
    const wrongSize: string[] = [];
    const orphans: string[] = [];
    for await (const { key, size, changedAt } of this.storage.list()) {
      const file = unseen.get(key);
      if (file !== undefined && file.size !== size) wrongSize.push(key);
      if (file === undefined && changedAt.getTime() < young) orphans.push(key);
      unseen.delete(key);
      if (performance.now() > until) return { wrongSize, orphans, inTime: false };
    }
    return { wrongSize, orphans, inTime: true };
  }

  private async read(sample: readonly SavedFile[]) {
    const until = performance.now() + READING_MS;
    const damaged: string[] = [];
    let count = 0;
    for (const { key, sha256 } of sample) {
      if (performance.now() > until) break;
      count += 1;
      if ((await this.hashOf(key)) !== sha256) damaged.push(key);
    }
    return { count, damaged };
  }

  /** Undefined for a file that cannot be read. */
  private async hashOf(key: string): Promise<string | undefined> {
    const hash = createHash('sha256');
    const write = (chunk: Buffer, _: BufferEncoding, done: () => void) => {
      hash.update(chunk);
      done();
    };
    try {
      await pipeline(await this.storage.get(key), new Writable({ write }));
      return hash.digest('hex');
    } catch {
      return undefined;
    }
  }
}

function sampleOf(files: SavedFile[]): SavedFile[] {
  const sample: SavedFile[] = [];
  while (sample.length < SAMPLE && files.length > 0) {
    const at = Math.floor(Math.random() * files.length);
    const last = files.pop();
    const chosen = at < files.length ? files[at] : last;
    if (at < files.length && last !== undefined) files[at] = last;
    if (chosen !== undefined) sample.push(chosen);
  }
  return sample;
}
