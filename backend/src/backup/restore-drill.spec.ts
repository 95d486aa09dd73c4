import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { newId } from '../common';
import { type Configuration, loadConfiguration } from '../config';
import { openStorage, type Storage } from '../storage';
import { startS3Server, type S3Server } from '../testing/s3-server';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { restoreBackup } from './restore/restore-backup';
import { runDrill } from './restore/run-drill';
import { runBackup, targetsOf } from './run-backup';
import { newIdentity } from './snapshot/backup-key';
import type { Snapshots } from './snapshot/snapshots';

const SAID = 'Пам’ять\t і\\n навчання\n\nwith “quotes” and \\. a dot';

// Each restore makes the whole schema anew
jest.setTimeout(60_000);

let directory: string;
let s3: S3Server;
let database: TestDatabase;
let config: Configuration;
let storage: Storage;
let first: Snapshots;
let second: Snapshots;
const ids = { user: newId(), document: newId(), section: newId(), job: newId() };

async function configuration(overrides: Record<string, string> = {}): Promise<Configuration> {
  return loadConfiguration({
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    REDIS_URL: 'redis://127.0.0.1:6379',
    TESIGO_DATA_DIR: directory,
    JWT_SECRET: 'a test key, forty characters long, no less',
    BACKUP_KEY: await newIdentity(),
    BACKUP_DIR: join(directory, 'backups'),
    BACKUP_S3_ENDPOINT: s3.endpoint,
    BACKUP_S3_BUCKET: s3.bucket,
    BACKUP_S3_ACCESS_KEY_ID: s3.accessKeyId,
    BACKUP_S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
    ...overrides,
  });
}

const query = (text: string, values: unknown[] = []) =>
  database.dataSource.query<Record<string, unknown>[]>(text, values);

async function fill(): Promise<void> {
  await query('insert into users (id, email) values ($1, $2)', [ids.user, 'o@example.org']);
  await query(`insert into sessions (id, user_id) values ($1, $2)`, [newId(), ids.user]);
  await query(
    `insert into documents (id, owner_id, title, topic, language, type, target_pages,
       citation_style) values ($1, $2, $3, 'x', 'en', 'essay', 5, 'apa')`,
    [ids.document, ids.user, SAID],
  );
  await query(
    `insert into sections (id, document_id, position, title, content) values ($1, $2, 1, 'a', $3)`,
    [ids.section, ids.document, SAID],
  );
  await query(
    `insert into jobs (id, document_id, owner_id, status) values ($1, $2, $3, 'running')`,
    [ids.job, ids.document, ids.user],
  );
  await query(`insert into outbox (id, topic, key, payload) values ($1, 'job-ended', 'a', '{}')`, [
    newId(),
  ]);
  await query(`insert into audit_events (id, action) values ($1, 'account.created')`, [newId()]);
  for (const content of ['one', 'two']) await exported(Buffer.from(content));
}

async function exported(content: Buffer): Promise<string> {
  const id = newId();
  const key = `documents/${ids.document}/exports/${id}.pdf`;
  await storage.put(key, content);
  await query(
    `insert into exports (id, document_id, format, content_hash, storage_key, sha256, file_size)
     values ($1, $2, 'pdf', $3, $4, $5, $6)`,
    [id, ids.document, id, key, createHash('sha256').update(content).digest('hex'), content.length],
  );
  return key;
}

/** An empty database on the same server, and a storage. */
async function elsewhere() {
  const name = `restored_${randomBytes(6).toString('hex')}`;
  await query(`create database ${name}`);
  const url = new URL(database.url);
  url.pathname = `/${name}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  const folder = mkdtempSync(join(tmpdir(), 'tesigo-restored-'));
  return {
    url: url.href,
    client,
    storage: openStorage({ driver: 'local', directory: folder }),
    drop: async () => {
      await client.end();
      await query(`drop database ${name} with (force)`);
      rmSync(folder, { recursive: true });
    },
  };
}

const tablesIn = async ({ client }: { client: Client }) => {
  const { rows } = await client.query(`select 1 from pg_tables where schemaname = 'public'`);
  return rows.length;
};

async function restoredFrom(snapshots: Snapshots, id?: string) {
  const place = await elsewhere();
  try {
    const manifest = await snapshots.readManifest(id ?? (await snapshots.list())[0] ?? '');
    const settled = await restoreBackup(place.url, manifest, { snapshots, ...place });
    return { ...place, settled, manifest };
  } catch (error) {
    expect(await tablesIn(place)).toBe(0);
    await place.drop();
    throw error;
  }
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'tesigo-backup-'));
  [database, s3] = await Promise.all([testDatabase(), startS3Server()]);
  config = await configuration();
  storage = openStorage(config.storage);
  [first, second] = (await targetsOf(config)) as [Snapshots, Snapshots];
  await fill();
  await runBackup(config);
}, 60_000);

afterAll(async () => {
  await database.drop();
  await s3.stop();
  rmSync(directory, { recursive: true });
});

describe('a backup', () => {
  it('is the same in every target, and all of it is there once restored', async () => {
    for (const snapshots of [first, second]) {
      const restored = await restoredFrom(snapshots);
      const { rows } = await restored.client.query<{ title: string; content: string }>(
        'select d.title, content from documents d join sections s on s.document_id = d.id',
      );
      expect(rows).toEqual([{ title: SAID, content: SAID }]);
      const files = await restored.client.query<{ key: string }>(
        'select storage_key as key from exports',
      );
      expect(files.rows).toHaveLength(2);
      for (const { key } of files.rows) await (await restored.storage.get(key)).toArray();
      await restored.drop();
    }
  }, 60_000);

  it('can be read by nobody without its key', () => {
    const folder = join(directory, 'backups');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true });
    const contents = files
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    expect(contents.length).toBeGreaterThan(40);
    for (const content of contents) {
      expect(content.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
    }
  });

  it('copies only files that are not there yet', async () => {
    const key = await exported(Buffer.from('three'));
    expect(await runBackup(config)).toMatchObject({ filesCopied: 1 });
    expect(await runBackup(config)).toMatchObject({ filesCopied: 0 });
    await storage.put(key, Buffer.from('damaged'));
    await exported(Buffer.from('four'));
    expect((await runBackup(config))?.manifest.missing).toEqual([]);
  });

  it('names files that the storage has lost, and is made all the same', async () => {
    const key = await exported(Buffer.from('lost'));
    await storage.delete(key);
    const other = await exported(Buffer.from('changed'));
    await storage.put(other, Buffer.from('by somebody'));
    const taken = await runBackup(config);
    expect(taken?.manifest.missing.toSorted()).toEqual([key, other].toSorted());
    const [row] = await query('select * from backups order by started_at desc limit 1');
    expect(row).toMatchObject({ snapshot: taken?.manifest.id, files_missing: 2, error: null });
  });

  it('is made by one process at a time', async () => {
    const taken = await Promise.all([runBackup(config), runBackup(config), runBackup(config)]);
    expect(taken.filter((one) => one !== undefined)).toHaveLength(1);
  });

  it('that fails is in the books with its reason', async () => {
    writeFileSync(join(directory, 'no-directory'), '');
    const broken = await configuration({ BACKUP_DIR: join(directory, 'no-directory') });
    await expect(runBackup(broken)).rejects.toThrow();
    const [row] = await query('select * from backups order by started_at desc limit 1');
    expect(row?.['error']).toEqual(expect.stringContaining('no-directory'));
  });
});

describe('what is restored', () => {
  it('does nothing for a second time by itself', async () => {
    const { client, settled, drop } = await restoredFrom(first);
    expect(settled).toMatchObject({ sessions: 1, jobs: 1, messages: 1 });
    const { rows: jobs } = await client.query('select status, lease_until from jobs');
    expect(jobs).toEqual([{ status: 'paused', lease_until: null }]);
    const { rows } = await client.query('select 1 from outbox where dead_at is null');
    expect(rows).toEqual([]);
    const open = await client.query('select 1 from sessions where ended_at is null');
    expect(open.rows).toEqual([]);
    await drop();
  });

  it('keeps what watches over it', async () => {
    const { client, drop } = await restoredFrom(first);
    await expect(client.query('delete from audit_events')).rejects.toThrow('append-only');
    await drop();
  });

  it('has none of the accounts that were erased after the backup', async () => {
    const [before = ''] = await first.list();
    await query(`insert into audit_events (id, action, subject_id) values ($1, $2, $3)`, [
      newId(),
      'account.erased',
      ids.user,
    ]);
    await runBackup(config);
    const { client, storage: files, drop } = await restoredFrom(first, before);
    expect((await client.query('select 1 from users')).rows).toEqual([]);
    for await (const { key } of files.list()) throw new Error(`${key} is still there`);
    await drop();
  });
});

describe('nothing is restored', () => {
  it('into a database that is not empty', async () => {
    const [id = ''] = await first.list();
    const manifest = await first.readManifest(id);
    const onto = restoreBackup(database.url, manifest, { snapshots: first, storage });
    await expect(onto).rejects.toThrow('not empty');
    expect(await query('select title from documents')).toEqual([{ title: SAID }]);
  });

  it('with another key', async () => {
    const [strange] = await targetsOf(await configuration());
    await expect(restoredFrom(strange, (await first.list())[0])).rejects.toThrow('wrong key');
  });

  it('of another version', async () => {
    const [id = ''] = await first.list();
    const manifest = await first.readManifest(id);
    const place = await elsewhere();
    const newer = { ...manifest, migration: 'Tomorrow1999999999999' };
    const attempt = restoreBackup(place.url, newer, { snapshots: first, ...place });
    await expect(attempt).rejects.toThrow('newer version');
    await place.drop();
  });

  it.each([
    ['cut off', (content: Buffer) => content.subarray(0, content.length - 20)],
    ['cut off at a chunk', (content: Buffer) => content.subarray(0, 300)],
    ['empty', () => Buffer.alloc(0)],
    [
      'changed by a bit',
      (content: Buffer) => {
        const changed = Buffer.from(content);
        changed[content.length - 30] = (changed[content.length - 30] ?? 0) ^ 1;
        return changed;
      },
    ],
  ])('of a table that is %s', async (_, damage) => {
    const [id = ''] = await first.list();
    const file = join(directory, 'backups', 'snapshots', id, 'sections.copy.gz.age');
    const content = readFileSync(file);
    writeFileSync(file, damage(content));
    await expect(restoredFrom(first)).rejects.toThrow(/sections/);
    writeFileSync(file, content);
  });

  it('of a table that was put in the place of another', async () => {
    const [id = ''] = await first.list();
    const folder = join(directory, 'backups', 'snapshots', id);
    const file = join(folder, 'sections.copy.gz.age');
    const content = readFileSync(file);
    writeFileSync(file, readFileSync(join(folder, 'outbox.copy.gz.age')));
    await expect(restoredFrom(first)).rejects.toThrow(/sections/);
    writeFileSync(file, content);
  });
});

describe('a drill', () => {
  const books = () => query('select * from restore_drills order by started_at desc limit 1');

  it('passes when every target can be restored, and leaves nothing behind', async () => {
    await runBackup(config);
    const [, drilled] = await Promise.all([runBackup(config), runDrill(config)]);
    expect(await books()).toMatchObject([{ snapshot: drilled?.id, passed: true, error: null }]);
    const left = await query(`select 1 from pg_database where datname like 'tesigo_drill_%'`);
    expect(left).toEqual([]);
  });

  it('fails loudly when a file of a backup is gone', async () => {
    const files: string[] = [];
    for await (const { key } of second.target.list('files')) files.push(key);
    const [lost = ''] = files;
    const content = await (await second.target.get(lost)).toArray();
    await second.target.delete(lost);
    await expect(runDrill(config)).rejects.toThrow('is missing');
    expect(await books()).toMatchObject([{ passed: false }]);
    await second.target.put(lost, Buffer.concat(content as Buffer[]));
  });

  it('forgets files that no backup names any more', async () => {
    await first.target.put('files/00/0000.gz.age', Buffer.from('of a backup that is gone'));
    await runDrill(config);
    const places: string[] = [];
    for await (const { key } of first.target.list('files')) places.push(key);
    expect(places).not.toContain('files/00/0000.gz.age');
    expect(places.length).toBeGreaterThan(2);
  });
});

it('knows no sequences, which are not among the rows', async () => {
  expect(
    await query(`select 1 from pg_sequences where schemaname = 'public'
    and sequencename <> 'migrations_id_seq'`),
  ).toEqual([]);
});
