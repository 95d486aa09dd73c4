import { AuditLog } from '../audit';
import { newId } from '../common';
import { testApp, type TestApp } from '../testing/test-app';
import { TestClient } from '../testing/test-client';
import { AdminModule } from './admin.module';

const DEAN = 'dean@example.org';

let target: TestApp;
let dean: TestClient;

interface Account {
  id: string;
  role: string;
  blockedAt: string | null;
}

beforeAll(async () => {
  const environment = { ADMIN_EMAILS: DEAN };
  target = await testApp({ features: { imports: [AdminModule] }, environment });
  dean = await new TestClient(target).signIn(DEAN);
});

afterAll(() => target.close());

async function idOf(browser: TestClient): Promise<string> {
  return ((await browser.send('get', '/auth/me').expect(200)).body as Account).id;
}

async function student(name: string) {
  const browser = await new TestClient(target).signIn(`${name}@example.org`);
  return { browser, id: await idOf(browser) };
}

const actions = async (subjectId: string) => {
  const log = target.app.get(AuditLog, { strict: false });
  const { items } = await log.list({ subjectId }, { page: 1, perPage: 20 });
  return items.map(({ action }) => action);
};

describe('admins', () => {
  it('find accounts by a part of the address', async () => {
    await student('needle.in.haystack');
    const { body } = await dean.send('get', '/admin/users?search=NEEDLE').expect(200);
    expect(body).toMatchObject({ total: 1, items: [{ email: 'needle.in.haystack@example.org' }] });
    const none = await dean.send('get', '/admin/users?search=%25').expect(200);
    expect(none.body).toMatchObject({ total: 0, items: [] });
  });

  it('block an account: its next request, its refresh and its next sign-in are refused', async () => {
    const { browser, id } = await student('rude');
    const { body } = await dean.send('post', `/admin/users/${id}/block`).expect(200);
    expect((body as Account).blockedAt).not.toBeNull();
    await browser.send('get', '/auth/me').expect(401);
    await browser.send('post', '/auth/refresh').expect(401);
    const { token } = await browser.requestLink('rude@example.org');
    await browser.send('post', '/auth/verify-magic-link', { token }).expect(403);
    expect(await actions(id)).toEqual(['account.blocked', 'account.created']);
    const unblocked = await dean.send('post', `/admin/users/${id}/unblock`).expect(200);
    expect((unblocked.body as Account).blockedAt).toBeNull();
    await browser.send('post', '/auth/verify-magic-link', { token }).expect(200);
  });

  it('make admins and unmake them, with effect on the next request', async () => {
    const { browser, id } = await student('deputy');
    await browser.send('get', '/admin/users').expect(403);
    await dean.send('patch', `/admin/users/${id}`, { role: 'admin' }).expect(200);
    await browser.send('get', '/admin/users').expect(200);
    await dean.send('patch', `/admin/users/${id}`, { role: 'student' }).expect(200);
    await browser.send('get', '/admin/users').expect(403);
  });

  it('keep neither themselves out nor themselves in', async () => {
    const id = await idOf(dean);
    await dean.send('post', `/admin/users/${id}/block`, { reason: 'mistake' }).expect(409);
    await dean.send('patch', `/admin/users/${id}`, { role: 'student' }).expect(409);
  });

  it('decide over the configured addresses too, once they have', async () => {
    const { browser: deputy, id: deputyId } = await student('second');
    await dean.send('patch', `/admin/users/${deputyId}`, { role: 'admin' }).expect(200);
    const id = await idOf(dean);
    await deputy.send('patch', `/admin/users/${id}`, { role: 'student' }).expect(200);
    dean = await new TestClient(target).signIn(DEAN);
    await dean.send('get', '/admin/users').expect(403);
    await deputy.send('patch', `/admin/users/${id}`, { role: 'admin' }).expect(200);
    await dean.send('get', '/admin/users').expect(200);
  });

  it('are told what does not exist and what is not right', async () => {
    await dean.send('get', `/admin/users/${newId()}`).expect(404);
    await dean.send('post', `/admin/users/${newId()}/block`).expect(404);
    const { id } = await student('plain');
    await dean.send('patch', `/admin/users/${id}`, { role: 'owner' }).expect(422);
    await dean.send('get', '/admin/audit-log?action=nothing').expect(422);
  });

  it('leave a trace of every call', async () => {
    const actorId = await idOf(dean);
    const trail = `/admin/audit-log?action=admin.called&actorId=${actorId}&perPage=1`;
    const { body } = await dean.send('get', trail).expect(200);
    expect(body).toMatchObject({
      items: [{ actorId, details: { method: 'GET', path: '/api/v1/admin/audit-log' } }],
    });
  });
});

describe('dead letters', () => {
  it('are listed for admins without what they carry', async () => {
    await target.database.dataSource.query(
      `insert into outbox (id, topic, key, payload, attempts, last_error, dead_at)
       values ($1, 'job-ended', 'job 1', '{"to": "someone"}', 10, 'no answer', now())`,
      [newId()],
    );
    const { body } = await dean.send('get', '/admin/dead-letters').expect(200);
    const letter = { topic: 'job-ended', key: 'job 1', attempts: 10, lastError: 'no answer' };
    expect(body).toMatchObject({ total: 1, items: [letter] });
    expect(JSON.stringify(body)).not.toContain('someone');
    await target.database.dataSource.query(
      `insert into outbox (id, topic, key, payload, attempts, last_error, dead_at)
       values ($1, 'refund-ended', 'refund 1', '{}', 3, 'no answer', now() - interval '1 h')`,
      [newId()],
    );
    const keys = async (sorting: string) => {
      const answer = await dean.send('get', `/admin/dead-letters?${sorting}`).expect(200);
      return (answer.body as { items: { key: string }[] }).items.map(({ key }) => key);
    };
    expect(await keys('')).toEqual(['job 1', 'refund 1']);
    expect(await keys('sort=attempts&order=asc')).toEqual(['refund 1', 'job 1']);
    expect(await keys('sort=topic&order=desc')).toEqual(['refund 1', 'job 1']);
    const { browser } = await student('curious');
    await browser.send('get', '/admin/dead-letters').expect(403);
  });
});
