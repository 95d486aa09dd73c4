import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { startS3Server } from '../testing/s3-server';
import { LocalStorage } from './local.storage';
import { S3Storage } from './s3.storage';
import { MissingFileError, type Storage } from './storage';
import { assertKey } from './storage-key';

interface Adapter {
  storage: Storage;
  stop(): Promise<void>;
}

async function local(): Promise<Adapter> {
  const directory = await mkdtemp(join(tmpdir(), 'tesigo-storage-'));
  const stop = () => rm(directory, { recursive: true });
  return { storage: new LocalStorage(join(directory, 'not', 'there', 'yet')), stop };
}

async function s3(): Promise<Adapter> {
  const server = await startS3Server();
  const storage = new S3Storage({ ...server, region: 'us-east-1' });
  return { storage, stop: () => server.stop() };
}

const INVALID_KEYS = [
  '',
  '/',
  'a/',
  '/a',
  'a//b',
  '..',
  'a/../b',
  './a',
  'a/.hidden',
  'a\\b',
  'a\0',
  'ключ',
  'a b',
];

describe.each([
  ['a directory', local],
  ['an S3 bucket', s3],
])('storage in %s', (_, start) => {
  let adapter: Adapter;
  let storage: Storage;

  beforeAll(async () => {
    adapter = await start();
    ({ storage } = adapter);
    await storage.check();
  }, 60_000);

  afterAll(() => adapter.stop());

  const read = async (key: string) => buffer(await storage.get(key));

  it('gives back what was put, as a buffer or as a stream', async () => {
    const large = randomBytes(6 * 1024 * 1024);
    await storage.put('put/small.txt', Buffer.from('Привіт'));
    await storage.put(
      'put/large.bin',
      Readable.from([large.subarray(0, 100), large.subarray(100)]),
    );
    await storage.put('put/empty', Buffer.alloc(0));
    expect((await read('put/small.txt')).toString()).toBe('Привіт');
    expect((await read('put/large.bin')).equals(large)).toBe(true);
    expect(await read('put/empty')).toHaveLength(0);
  });

  it('gives back a part of a file', async () => {
    await storage.put('part', Buffer.from('0123456789'));
    const part = await buffer(await storage.get('part', { start: 3, end: 5 }));
    expect(part.toString()).toBe('345');
    const missing = storage.get('nowhere', { start: 0, end: 1 });
    await expect(missing).rejects.toBeInstanceOf(MissingFileError);
  });

  it('replaces a file', async () => {
    await storage.put('replaced', Buffer.from('a long first text'));
    await storage.put('replaced', Buffer.from('second'));
    expect((await read('replaced')).toString()).toBe('second');
  });

  it('leaves the old file when a new one breaks off', async () => {
    await storage.put('atomic', Buffer.from('old'));
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('new');
        throw new Error('broke off');
      })(),
    );
    await expect(storage.put('atomic', broken)).rejects.toThrow('broke off');
    expect((await read('atomic')).toString()).toBe('old');
  });

  it('says when there is no file', async () => {
    await expect(storage.get('not/there')).rejects.toThrow(MissingFileError);
    await storage.put('folder/file', Buffer.from('x'));
    await expect(storage.get('folder')).rejects.toThrow(MissingFileError);
    await expect(storage.get('folder/file/deeper')).rejects.toThrow(MissingFileError);
  });

  it('deletes a file, and does not mind its absence', async () => {
    await storage.put('deleted', Buffer.from('x'));
    await storage.delete('deleted');
    await storage.delete('deleted');
    await expect(storage.get('deleted')).rejects.toThrow(MissingFileError);
  });

  it('deletes a folder and nothing beside it', async () => {
    await Promise.all(
      ['d/1/a', 'd/1/b/c', 'd/10/a'].map((key) => storage.put(key, Buffer.from(key))),
    );
    await storage.deleteFolder('d/1');
    await storage.deleteFolder('d/never');
    await expect(storage.get('d/1/a')).rejects.toThrow(MissingFileError);
    await expect(storage.get('d/1/b/c')).rejects.toThrow(MissingFileError);
    expect((await read('d/10/a')).toString()).toBe('d/10/a');
  });

  it('lists a folder, and all there is', async () => {
    await Promise.all(
      ['l/1/a', 'l/1/b/c', 'l/10/a'].map((key) => storage.put(key, Buffer.from(key))),
    );
    const keys = async (folder?: string) => {
      const found: string[] = [];
      for await (const { key, size, changedAt } of storage.list(folder)) {
        expect(size).toBeGreaterThanOrEqual(0);
        expect(Math.abs(changedAt.getTime() - Date.now())).toBeLessThan(600_000);
        found.push(key);
      }
      return found.sort();
    };
    expect(await keys('l/1')).toEqual(['l/1/a', 'l/1/b/c']);
    expect(await keys('l/never')).toEqual([]);
    expect(await keys()).toEqual(expect.arrayContaining(['l/1/a', 'l/1/b/c', 'l/10/a']));
    await expect(keys('l/../..')).rejects.toThrow(RangeError);
  });

  it.each(INVALID_KEYS)('refuses the key %j', async (key) => {
    await expect(storage.put(key, Buffer.from('x'))).rejects.toThrow(RangeError);
    await expect(storage.get(key)).rejects.toThrow(RangeError);
    await expect(storage.delete(key)).rejects.toThrow(RangeError);
    await expect(storage.deleteFolder(key)).rejects.toThrow(RangeError);
  });
});

describe('assertKey', () => {
  it('lets no key leave the directory', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom('..', '.', '/', '\\', '%2e', '~'));
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const key = parts.join('');
        const refused = (() => {
          try {
            assertKey(key);
            return false;
          } catch {
            return true;
          }
        })();
        expect(refused || join('/root/of/all', key) === `/root/of/all/${key}`).toBe(true);
      }),
    );
  });
});

describe('LocalStorage', () => {
  it('leaves nothing unfinished behind', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'tesigo-storage-'));
    const storage = new LocalStorage(directory);
    const broken = Readable.from(
      (function* () {
        yield Buffer.from('part');
        throw new Error('broke off');
      })(),
    );
    await expect(storage.put('a/b', broken)).rejects.toThrow('broke off');
    expect(await readdir(join(directory, '.unfinished'))).toEqual([]);
    await storage.put('a/b', Buffer.from('whole'));
    expect(await readFile(join(directory, 'a', 'b'), 'utf8')).toBe('whole');
    await rm(directory, { recursive: true });
  });

  it('fails its check where the directory cannot be', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'tesigo-storage-'));
    await writeFile(join(directory, 'file'), '');
    await expect(new LocalStorage(join(directory, 'file', 'below')).check()).rejects.toThrow();
    await rm(directory, { recursive: true });
  });
});

describe('S3Storage', () => {
  it('fails its check when the store does not answer or has no such bucket', async () => {
    const server = await startS3Server();
    const options = { ...server, region: 'us-east-1' };
    await expect(new S3Storage({ ...options, bucket: 'no-such' }).check()).rejects.toThrow();
    await server.stop();
    await expect(new S3Storage(options).check()).rejects.toThrow();
  }, 60_000);
});
