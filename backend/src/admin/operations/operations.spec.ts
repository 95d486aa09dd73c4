import { createHash } from 'node:crypto';
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { newId } from '../../common';
import { runDrill } from '../../backup/restore/run-drill';
import { runBackup } from '../../backup/run-backup';
import { Storage } from '../../storage';
import { testApp, type TestApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import { AdminModule } from '../admin.module';

const DEAN = 'dean@example.org';

let target: TestApp;
let dean: TestClient;

beforeAll(async () => {
  const environment = { ADMIN_EMAILS: DEAN, BACKUP_EVERY_MIN: '5' };
  target = await testApp({ features: { imports: [AdminModule] }, environment });
  dean = await new TestClient(target).signIn(DEAN);
});

afterAll(() => target.close());

const verified = async (what: 'backup' | 'storage') =>
  (await dean.send('get', `/admin/${what}/verify`).expect(200)).body as object;

async function file(content: string): Promise<string> {
  const { dataSource } = target.database;
  const [user] = await dataSource.query<{ id: string }[]>('select id from users limit 1');
  const documentId = newId();
  const id = newId();
  const key = `documents/${documentId}/exports/${id}.pdf`;
  await dataSource.query(
    `insert into documents (id, owner_id, title, topic, language, type, target_pages,
       citation_style) values ($1, $2, 'x', 'x', 'en', 'essay', 5, 'apa')`,
    [documentId, user?.id],
  );
  const sha256 = createHash('sha256').update(content).digest('hex');
  await dataSource.query(
    `insert into exports (id, document_id, format, content_hash, storage_key, sha256, file_size)
     values ($1, $2, 'pdf', $3, $4, $5, $6)`,
    [id, documentId, id, key, sha256, content.length],
  );
  await target.app.get(Storage, { strict: false }).put(key, Buffer.from(content));
  return key;
}

describe('the backups, for admins', () => {
  it('need attention as long as there are none', async () => {
    expect(await verified('backup')).toMatchObject({
      state: 'attention',
      ageSeconds: null,
      lastBackup: null,
      targets: [{ kind: 'directory', problem: 'There is no backup.' }],
    });
  });

  it('are fine once one has been made and restored', async () => {
    const taken = await runBackup(target.config);
    await runDrill(target.config);
    const body = (await verified('backup')) as { ageSeconds: number };
    const snapshot = taken?.manifest.id;
    expect(body).toMatchObject({
      state: 'ok',
      problems: [],
      everyMinutes: 5,
      lastBackup: { snapshot, error: null, filesMissing: 0 },
      lastDrill: { snapshot, passed: true },
      targets: [{ snapshot, problem: null }],
    });
    expect(body.ageSeconds).toBeLessThan(300);
  });

  it('need attention when a file of the newest is gone', async () => {
    const taken = await runBackup(target.config);
    const [folder] = target.config.backup.targets;
    if (folder?.driver !== 'local') throw new Error('not a directory');
    const { rm } = await import('node:fs/promises');
    const { id = '' } = taken?.manifest ?? {};
    await rm(join(folder.directory, 'snapshots', id, 'users.copy.gz.age'));
    expect(await verified('backup')).toMatchObject({
      state: 'attention',
      problems: ['The directory: 1 of its files are gone.'],
    });
  });

  it('are for admins only', async () => {
    const student = await new TestClient(target).signIn('student@example.org');
    for (const what of ['backup', 'storage']) {
      await student.send('get', `/admin/${what}/verify`).expect(403);
    }
  });
});

describe('the storage, for admins', () => {
  it('is held against the database', async () => {
    await file('as it should be');
    expect(await verified('storage')).toMatchObject({
      state: 'ok',
      files: 1,
      bytes: 15,
      contentsRead: 1,
      complete: true,
    });
  });

  it('shows what is missing, changed or of nobody', async () => {
    const storage = target.app.get(Storage, { strict: false });
    const [lost, cut, changed] = [await file('lost'), await file('cut'), await file('changed')];
    await storage.delete(lost);
    await storage.put(cut, Buffer.from('c'));
    await storage.put(changed, Buffer.from('CHANGED'));
    await storage.put('documents/gone/exports/a.pdf', Buffer.from('x'));
    await storage.put('documents/new/exports/a.pdf', Buffer.from('x'));
    const { storage: settings } = target.config;
    if (settings.driver !== 'local') throw new Error('not a directory');
    utimesSync(join(settings.directory, 'documents/gone/exports/a.pdf'), 0, 0);
    expect(await verified('storage')).toMatchObject({
      state: 'attention',
      missing: 1,
      wrongSize: 1,
      damaged: 1,
      orphans: 1,
      examples: [lost, cut, 'documents/gone/exports/a.pdf', changed],
    });
  });
});
