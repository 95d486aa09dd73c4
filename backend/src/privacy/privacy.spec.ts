import { Readable } from 'node:stream';
import { unzipSync } from 'fflate';
import { newId } from '../common';
import { Storage } from '../storage';
import { mailsIn } from '../testing/mailbox';
import type { Student } from '../testing/jobs/job-fixture';
import { PaymentFixture } from '../testing/payments/payment-fixture';
import { NOT_IN_ARCHIVE, PERSONAL_TABLES } from './archive/personal-data';
import { PrivacyModule } from './privacy.module';
import { PrivacyWorkerModule } from './privacy-worker.module';

let fixture: PaymentFixture;
let storage: Storage;

beforeAll(async () => {
  fixture = await PaymentFixture.start({}, [PrivacyModule, PrivacyWorkerModule]);
  storage = fixture.target.app.get(Storage, { strict: false });
});

afterAll(() => fixture.close());

const addressOf = ({ userId }: Student) => `${userId}@example.org`;

/** A source with the file that it came with. @returns the key of that */
async function addedSource(documentId: string, marker: string): Promise<string> {
  const [id, key] = [newId(), `documents/${documentId}/sources/${newId()}.pdf`];
  await fixture.query(
    `insert into sources (id, document_id, key, identity, csl, status)
     values ($1, $2, $3, $3, '{}', 'ready')`,
    [id, documentId, `k${id}`],
  );
  await storage.put(key, Readable.from([Buffer.from(`a source, ${marker}`)]));
  await fixture.query(
    `insert into source_files (id, document_id, source_id, kind, file_size, sha256, storage_key)
     values ($1, $2, $3, 'pdf', 10, '', $4)`,
    [newId(), documentId, id, key],
  );
  return key;
}

/** A student with a document, a text, a source, a file made of it, and a payment that is through. */
async function person() {
  const student = await fixture.jobs.student();
  const { documentId, paymentId } = await fixture.paid(student, ['A chapter']);
  const marker = `kept words ${newId()}`;
  await fixture.query(
    `update sections set content = $2, status = 'edited' where document_id = $1`,
    [documentId, marker],
  );
  const key = `documents/${documentId}/${newId()}.pdf`;
  await storage.put(key, Readable.from([Buffer.from(marker)]));
  await fixture.query(
    `insert into exports (id, document_id, format, content_hash, storage_key, file_size, sha256)
     values ($1, $2, 'pdf', $3, $4, 10, '')`,
    [newId(), documentId, marker, key],
  );
  const source = await addedSource(documentId, marker);
  return { student, documentId, paymentId, marker, key, source };
}

const erase = (student: Student, email = addressOf(student)) =>
  fixture.send('delete', '/account', student, { email });

/** Tables of the database in which a word stands anywhere. */
async function tablesWith(word: string): Promise<string[]> {
  const tables = await fixture.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = current_schema() and table_type = 'BASE TABLE'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const sql = `select 1 from "${name}" t where position($1 in to_jsonb(t)::text) > 0 limit 1`;
    if ((await fixture.query(sql, [word])).length > 0) found.push(name);
  }
  return found;
}

describe('the archive of a person', () => {
  it('holds every row and file of theirs, and of nobody else', async () => {
    const { student, documentId, paymentId, marker } = await person();
    const other = await person();
    const { body } = await fixture
      .send('get', '/account/data', student)
      .buffer(true)
      .parse((response, done) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => done(null, Buffer.concat(pieces)));
      })
      .expect(200)
      .expect('Content-Type', 'application/zip')
      .expect('Content-Disposition', 'attachment; filename="tesigo-data.zip"');
    const files = unzipSync(new Uint8Array(body as Buffer));
    const text = (name: string) => Buffer.from(files[name] ?? []).toString('utf8');
    expect(text('data/users.jsonl')).toContain(addressOf(student));
    expect(text('data/sections.jsonl')).toContain(marker);
    expect(text('data/payments.jsonl')).toContain(paymentId);
    expect(text('data/ledger_entries.jsonl').trim().split('\n').length).toBeGreaterThan(1);
    const made = Object.keys(files).filter((name) =>
      name.startsWith(`files/documents/${documentId}/`),
    );
    expect(made.map(text).toSorted()).toEqual([`a source, ${marker}`, marker].toSorted());
    const all = Object.keys(files).map(text).join('\n');
    for (const foreign of [other.marker, other.student.userId, other.paymentId]) {
      expect(all).not.toContain(foreign);
    }
  });

  it('knows every table of the database', async () => {
    const tables = await fixture.query<{ name: string }>(
      `select table_name as name from information_schema.tables
       where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1`,
    );
    const known = [...PERSONAL_TABLES.map(({ table }) => table), ...Object.keys(NOT_IN_ARCHIVE)];
    expect(tables.map(({ name }) => name)).toEqual(known.toSorted());
  });
});

describe('the erasure of an account', () => {
  it('leaves nothing of the person in the database but numbers in the books and the trail', async () => {
    const { student, documentId, paymentId, marker, key, source } = await person();
    const { body: before } = await fixture.send('get', '/payment/history', student).expect(200);
    expect(before).toMatchObject({ total: 1 });
    const refund = { paymentId, reason: marker };
    await fixture.post('/refunds', student, refund).expect(201);
    await erase(student).expect(204);
    await fixture.relay();
    expect(await tablesWith(marker)).toEqual([]);
    expect(await tablesWith(addressOf(student))).toEqual([]);
    expect((await tablesWith(student.userId)).toSorted()).toEqual([
      'audit_events',
      'outbox',
      'payments',
      'refunds',
    ]);
    for (const file of [key, source]) {
      await expect(storage.get(file)).rejects.toThrow('There is no file');
    }
    expect(await tablesWith(documentId)).not.toContain('documents');
    expect(await fixture.ledgerSum()).toBe(0);
  });

  it('ends every session at once, and tells by mail', async () => {
    const { student } = await person();
    await fixture.send('get', '/auth/me', student).expect(200);
    await erase(student).expect(204);
    await fixture.send('get', '/auth/me', student).expect(401);
    const mails = await mailsIn(fixture.target.config.mail.directory);
    const mail = mails.findLast(({ to }) =>
      [to].flat().some((one) => one?.text === addressOf(student)),
    );
    expect(mail?.subject).toBe('TesiGo: your account is deleted');
  });

  it('has Stripe forget the customer, and is no failure when it has already', async () => {
    const { student } = await person();
    const [customer] = await fixture.query<{ id: string }>(
      'select customer_id as id from stripe_customers where user_id = $1',
      [student.userId],
    );
    await erase(student).expect(204);
    await fixture.relay();
    const path = `/v1/customers/${customer?.id ?? ''}`;
    const asked = await fixture.stripe.requests(path);
    expect(asked.map(({ method }) => method)).toEqual(['DELETE']);
  });

  it('asks for the right address, and for a sign-in of this hour', async () => {
    const { student } = await person();
    const wrong = await erase(student, 'another@example.org').expect(409);
    expect(wrong.body).toMatchObject({ code: 'CONFLICT' });
    await erase(student, ' ').expect(409);
    await fixture.query(
      `update sessions set created_at = now() - interval '61 minutes' where id = $1`,
      [student.sessionId],
    );
    const late = await erase(student).expect(403);
    expect(late.body).toMatchObject({ code: 'SIGN_IN_AGAIN' });
    await fixture.send('get', '/auth/me', student).expect(200);
  });

  it('waits while money is on its way', async () => {
    const student = await fixture.jobs.student();
    const documentId = await fixture.jobs.document(student, ['A chapter']);
    await fixture.intent(student, documentId);
    const { body } = await erase(student).expect(409);
    expect(body).toMatchObject({ code: 'CONFLICT' });
    await fixture.send('get', '/auth/me', student).expect(200);
  });

  it('happens once, however often it is asked for at one moment', async () => {
    const { student } = await person();
    const answers = await Promise.all(Array.from({ length: 5 }, () => erase(student)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 204)).toHaveLength(1);
    expect(statuses.filter((status) => status !== 204 && status !== 401 && status !== 404)).toEqual(
      [],
    );
  });
});
