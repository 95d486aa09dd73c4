import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { newId } from '../../common';
import { Storage } from '../../storage';
import { JobFixture } from '../../testing/jobs/job-fixture';
import { mailsIn } from '../../testing/mailbox';
import { testApp, type TestApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import { PrivacyWorkerModule } from '../privacy-worker.module';
import { ROWS_AT_ONCE } from './retention-rule';
import { RetentionSweeper } from './retention-sweeper';

let target: TestApp;
let jobs: JobFixture;

beforeAll(async () => {
  target = await testApp({
    features: { imports: [PrivacyWorkerModule] },
    environment: { RETENTION_EXPORT_DAYS: '10' },
  });
  jobs = new JobFixture(target);
});

afterAll(() => target.close());

const sql = (statement: string, parameters: unknown[] = []) =>
  target.database.dataSource.query<{ count: number }[]>(statement, parameters);

const count = async (table: string) => {
  const [row] = await sql(`select count(*)::int as count from ${table}`);
  return row?.count;
};

/** Sweeps, and fails when a rule could not be followed. */
async function sweep(): Promise<void> {
  const complaint = jest.spyOn(Logger.prototype, 'error');
  await target.app.get(RetentionSweeper, { strict: false }).sweep();
  expect(complaint).not.toHaveBeenCalled();
  complaint.mockRestore();
}

describe('the hourly sweep', () => {
  it('removes what has no use any more and leaves what has', async () => {
    const browser = await new TestClient(target).signIn('cleaning@example.org');
    await browser.send('post', '/auth/refresh').expect(200);
    await sweep();
    expect(await count('sign_in_attempts')).toBe(1);
    // the rotated token too: its reuse has to be recognised
    expect(await count('refresh_tokens')).toBe(2);
    await browser.send('get', '/auth/me').expect(200);

    await sql(
      `insert into idempotency_keys (user_id, key, request_hash, created_at)
       select id, age::text, '', now() - age from users,
         unnest(array[interval '1 hour', interval '25 hours']) age`,
    );
    await sql(`update sign_in_attempts set expires_at = now() - interval '25 hours'`);
    await sql(`update refresh_tokens set expires_at = now()`);
    await sql(`update sessions set created_at = now() - interval '31 days'`);
    await sweep();
    for (const table of ['sign_in_attempts', 'refresh_tokens', 'sessions']) {
      expect(await count(table)).toBe(0);
    }
    expect(await count('idempotency_keys')).toBe(1);
    expect(await count('users')).toBe(1);
  });

  it('forgets where the events of the audit trail came from after 90 days', async () => {
    await sql(
      `insert into audit_events (id, at, action, address)
       select gen_random_uuid(), now() - age, 'sign_in.failed', '192.0.2.7'
       from unnest(array[interval '89 days', interval '91 days']) age`,
    );
    await sweep();
    expect(await count(`audit_events where address = '192.0.2.7'`)).toBe(1);
  });

  it('forgets the events themselves after three years, but who was erased', async () => {
    await sql(
      `insert into audit_events (id, at, action, subject_id)
       select gen_random_uuid(), now() - age, action, gen_random_uuid()
       from unnest(array[interval '1094 days', interval '1096 days']) age,
         unnest(array['account.created', 'account.erased']) action`,
    );
    await sweep();
    const old = `audit_events where at < now() - interval '1093 days'`;
    expect(await count(`${old} and action = 'account.created'`)).toBe(1);
    expect(await count(`${old} and action = 'account.erased'`)).toBe(2);
  });

  it('goes on until all is gone, however much it is', async () => {
    await sql(
      `insert into audit_events (id, at, action, request_id)
       select gen_random_uuid(), now() - interval '5 years', 'sign_in.failed', 'many'
       from generate_series(1, $1::int)`,
      [ROWS_AT_ONCE + 1],
    );
    await sweep();
    expect(await count(`audit_events where request_id = 'many'`)).toBe(0);
  });

  it('forgets messages, but none by which something is still to go', async () => {
    const messages: [string, string, number][] = [
      ['job-ended', 'delivered_at', 31],
      ['job-ended', 'dead_at', 91],
      ['job-ended', 'delivered_at', 29],
      ['job-ended', 'dead_at', 89],
      ['account-erased', 'dead_at', 91],
      ['customer-left', 'dead_at', 91],
    ];
    for (const [topic, state, days] of messages) {
      await sql(
        `insert into outbox (id, topic, key, payload, ${state})
         values ($1, $2, $3, '{}', now() - $4 * interval '1 day')`,
        [newId(), topic, `${state} ${String(days)}`, days],
      );
    }
    await sweep();
    const left = await target.database.dataSource.query<{ message: string }[]>(
      `select topic || ' ' || key as message from outbox order by 1`,
    );
    expect(left.map(({ message }) => message)).toEqual([
      'account-erased dead_at 91',
      'customer-left dead_at 91',
      'job-ended dead_at 89',
      'job-ended delivered_at 29',
    ]);
  });

  it('takes the files of old exports along, as soon as the operator wants it', async () => {
    const storage = target.app.get(Storage, { strict: false });
    const documentId = await jobs.document(await jobs.student());
    const keys = [9, 11].map((days) => `documents/${documentId}/exports/${String(days)}.pdf`);
    for (const [index, key] of keys.entries()) {
      await storage.put(key, Buffer.from('%PDF'));
      await sql(
        `insert into exports (id, document_id, format, content_hash, storage_key, file_size, sha256,
           linked_until) values ($1, $2, 'pdf', $3, $3, 4, '', now() - $4 * interval '1 day')`,
        [newId(), documentId, key, 9 + 2 * index],
      );
    }
    await sweep();
    expect(await count('exports')).toBe(1);
    (await storage.get(keys[0] ?? '')).destroy();
    await expect(storage.get(keys[1] ?? '')).rejects.toThrow('There is no file');
  });

  it('forgets answers that a job left which was not gone on with', async () => {
    const student = await jobs.student();
    for (const [status, days] of [
      ['failed', 31],
      ['failed', 29],
      ['running', 31],
    ] as const) {
      const documentId = await jobs.document(student);
      const id = newId();
      await sql(
        `insert into jobs (id, document_id, owner_id, status, requested_at)
         values ($1, $2, $3, $4, now() - $5 * interval '1 day')`,
        [id, documentId, student.userId, status, days],
      );
      await sql(`insert into paid_answers (job_id, request, answer) values ($1, '', '{}')`, [id]);
    }
    await sweep();
    expect(await count('paid_answers')).toBe(2);
  });

  it('forgets mails that were written to files', async () => {
    const { directory } = target.config.mail;
    const path = join(directory, 'old.eml');
    writeFileSync(path, 'To: someone@example.org\r\n\r\nHello');
    const before = (await mailsIn(directory)).length;
    const monthAgo = Date.now() / 1000 - 31 * 86_400;
    utimesSync(path, monthAgo, monthAgo);
    await sweep();
    expect((await mailsIn(directory)).length).toBe(before - 1);
  });
});

describe('the trail', () => {
  it('lets nothing go that is younger than a year, nor what was typed about who is there', async () => {
    const { userId } = await jobs.student();
    await sql(
      `insert into audit_events (id, action, subject_id, actor_id, address, details)
       values ($1, 'account.blocked', $2, $2, '192.0.2.8', '{"reason": "Many mails"}')`,
      [newId(), userId],
    );
    const own = 'where subject_id = $1';
    for (const change of [
      `delete from audit_events ${own}`,
      `update audit_events set details = details - 'reason' ${own}`,
      `update audit_events set address = null ${own}`,
      `update audit_events set request_id = 'another' ${own}`,
    ]) {
      await expect(sql(change, [userId])).rejects.toThrow('append-only');
    }
    await sql('delete from users where id = $1', [userId]);
    const [left] = await target.database.dataSource.query<object[]>(
      `select address, details from audit_events ${own}`,
      [userId],
    );
    expect(left).toEqual({ address: null, details: {} });
  });
});
