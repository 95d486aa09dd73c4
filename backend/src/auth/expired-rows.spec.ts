import { testApp, type TestApp } from '../testing/test-app';
import { TestClient } from '../testing/test-client';
import { ExpiredRows } from './expired-rows';

let target: TestApp;

beforeAll(async () => {
  target = await testApp();
});

afterAll(() => target.close());

const sql = (statement: string) => target.database.dataSource.query<{ count: number }[]>(statement);

const count = async (table: string) => {
  const [row] = await sql(`select count(*)::int as count from ${table}`);
  return row?.count;
};

describe('the hourly cleaning', () => {
  it('removes what has no use any more and leaves what has', async () => {
    const browser = await new TestClient(target).signIn('cleaning@example.org');
    await browser.send('post', '/auth/refresh').expect(200);
    await target.app.get(ExpiredRows).remove();
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
    await target.app.get(ExpiredRows).remove();
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
    await target.app.get(ExpiredRows).remove();
    expect(await count(`audit_events where address = '192.0.2.7'`)).toBe(1);
  });
});
