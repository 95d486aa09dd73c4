import { newId } from '../../common';
import { GenerationModule, TokenBudget } from '../../generation';
import { testApp, type TestApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import { AdminModule } from '../admin.module';
import type { AdminUserDetails } from '../dto/admin-user';

const DEAN = 'dean@example.org';

let target: TestApp;
let dean: TestClient;

beforeAll(async () => {
  const environment = { ADMIN_EMAILS: DEAN, DAILY_TOKEN_LIMIT: '5000' };
  target = await testApp({ features: { imports: [AdminModule, GenerationModule] }, environment });
  dean = await new TestClient(target).signIn(DEAN);
});

afterAll(() => target.close());

async function student(name: string) {
  const browser = await new TestClient(target).signIn(`${name}@example.org`);
  const { body } = await browser.send('get', '/auth/me').expect(200);
  return { browser, id: (body as { id: string }).id };
}

const details = async (id: string) =>
  (await dean.send('get', `/admin/users/${id}`).expect(200)).body as AdminUserDetails;

async function emails(query: string): Promise<string[]> {
  const { body } = await dean.send('get', `/admin/users?${query}`).expect(200);
  return (body as { items: { email: string }[] }).items.map(
    ({ email }) => email.split('@')[0] ?? '',
  );
}

/** The newest entry of the trail about somebody. */
async function trail(id: string) {
  const { body } = await dean.send('get', `/admin/audit-log?subjectId=${id}&perPage=1`).expect(200);
  return (body as { items: { action: string; details: object; actorId: string }[] }).items[0];
}

describe('accounts', () => {
  it('are found by role and block, in the order that is asked for', async () => {
    const rude = await student('zz.rude');
    await student('zz.kind');
    await dean.send('post', `/admin/users/${rude.id}/block`).expect(200);
    expect(await emails('role=admin')).toEqual(['dean']);
    expect(await emails('search=zz.&blocked=true')).toEqual(['zz.rude']);
    expect(await emails('search=zz.&blocked=false')).toEqual(['zz.kind']);
    expect(await emails('search=zz.&sort=email&order=asc')).toEqual(['zz.kind', 'zz.rude']);
    expect(await emails('search=zz.')).toEqual(['zz.kind', 'zz.rude']);
    expect(await emails('search=zz.&order=asc')).toEqual(['zz.rude', 'zz.kind']);
    await dean.send('get', '/admin/users?sort=password').expect(422);
  });

  it('are shown with what they have and use', async () => {
    const { id } = await student('busy');
    await student('busy');
    const { query } = target.database.dataSource;
    const run = query.bind(target.database.dataSource);
    await run(
      `insert into token_usage (user_id, day, used)
       values ($1, (now() at time zone 'utc')::date, 30), ($1, '2020-01-01', 12)`,
      [id],
    );
    await run(
      `insert into documents (id, owner_id, title, topic, language, type, target_pages,
         citation_style) values ($2, $1, 'T', 'T', 'en', 'essay', 5, 'apa')`,
      [id, newId()],
    );
    expect(await details(id)).toMatchObject({
      ...{ tokensUsedToday: 30, tokensUsedTotal: 42, documents: 1, jobs: 0, sessions: 2 },
      ...{ dailyTokenLimit: null, effectiveTokenLimit: 5000 },
    });
    expect(await emails('sort=tokensUsedToday&perPage=1')).toEqual(['busy']);
  });

  it('can be given an allowance of their own, which the budget obeys', async () => {
    const { browser, id } = await student('limited');
    const budget = target.app.get(TokenBudget, { strict: false });
    const granted = async (tokens: number) => {
      const reservation = await budget.reserve(id, tokens).catch(() => undefined);
      await reservation?.settle(0);
      return reservation !== undefined;
    };
    const set = (dailyTokenLimit: number | null) =>
      dean.send('patch', `/admin/users/${id}`, { dailyTokenLimit }).expect(200);
    await set(100);
    expect([await granted(100), await granted(101)]).toEqual([true, false]);
    expect(await budget.leftToday(id)).toBe(100);
    const me = await browser.send('get', '/auth/me').expect(200);
    expect(me.body).toMatchObject({ dailyTokenLimit: 100 });
    const usage = await browser.send('get', `/generate/usage/${id}`).expect(200);
    expect(usage.body).toMatchObject({ dailyTokenLimit: 100 });
    expect(await trail(id)).toMatchObject({
      action: 'account.limit_changed',
      details: { before: 'null', dailyTokenLimit: '100' },
    });
    await set(9000);
    expect(await granted(9000)).toBe(true);
    await set(0);
    expect(await granted(1)).toBe(false);
    await set(null);
    expect([await granted(5000), await granted(5001)]).toEqual([true, false]);
  });

  it('show where they are signed in, and are signed out in one place', async () => {
    const { browser, id } = await student('twofold');
    const other = await student('twofold');
    const another = await student('elsewhere');
    const path = `/admin/users/${id}/sessions`;
    const { body } = await dean.send('get', `${path}?perPage=1`).expect(200);
    const { items, total } = body as { items: { id: string }[]; total: number };
    expect([items.length, total]).toEqual([1, 2]);
    const first = await dean.send('get', `${path}?perPage=1&sort=createdAt&order=asc`).expect(200);
    expect((first.body as { items: { id: string }[] }).items[0]?.id).not.toBe(items[0]?.id);
    const theirs = `/admin/users/${another.id}/sessions/${items[0]?.id ?? ''}/end`;
    await dean.send('post', theirs).expect(404);
    await dean.send('post', `${path}/${items[0]?.id ?? ''}/end`).expect(204);
    await dean.send('post', `${path}/${items[0]?.id ?? ''}/end`).expect(404);
    // the last used first
    await other.browser.send('get', '/auth/me').expect(401);
    await browser.send('get', '/auth/me').expect(200);
    await browser.send('get', path).expect(403);
    expect(await trail(items[0]?.id ?? '')).toMatchObject({
      action: 'session.ended',
      details: { reason: 'ended_by_admin' },
    });
  });

  it('change in all that is asked for, or in nothing', async () => {
    const { id } = await student('promoted');
    const both = { role: 'admin', dailyTokenLimit: 7 };
    await dean.send('patch', `/admin/users/${id}`, both).expect(200);
    expect(await details(id)).toMatchObject(both);
    expect(await trail(id)).toMatchObject({ details: { before: 'null' } });
    const own = ((await dean.send('get', '/auth/me')).body as { id: string }).id;
    await dean
      .send('patch', `/admin/users/${own}`, { role: 'student', dailyTokenLimit: 7 })
      .expect(409);
    expect(await details(own)).toMatchObject({ role: 'admin', dailyTokenLimit: null });
    await dean.send('patch', `/admin/users/${newId()}`, { dailyTokenLimit: 7 }).expect(404);
  });

  it('are signed out everywhere, at once', async () => {
    const { browser, id } = await student('everywhere');
    const { browser: other } = await student('everywhere');
    const { body } = await dean.send('post', `/admin/users/${id}/sessions/end`).expect(200);
    expect(body).toEqual({ ended: 2 });
    for (const one of [browser, other]) {
      await one.send('get', '/auth/me').expect(401);
      await one.send('post', '/auth/refresh').expect(401);
    }
    const ended = '/admin/audit-log?action=session.ended&perPage=1';
    const { body: log } = await dean.send('get', ended).expect(200);
    expect(log).toMatchObject({ items: [{ details: { reason: 'ended_by_admin' } }] });
    await dean.send('post', `/admin/users/${newId()}/sessions/end`).expect(404);
  });

  it('come as a file, in which no name is a formula', async () => {
    const { browser, id } = await student('formula');
    await browser.send('patch', '/auth/me', { fullName: '=1+1, "so"' }).expect(200);
    const answer = await dean.send('get', '/admin/users/export?search=formula').expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="tesigo-users.csv"',
      'cache-control': 'private, no-store',
    });
    const [header, row, end] = answer.text.split('\r\n');
    expect(header).toBe('id,email,name,role,created,blocked,daily_token_limit,tokens_today');
    expect(row).toMatch(`${id},formula@example.org,"'=1+1, ""so""",student,`);
    expect(end).toBe('');
    await browser.send('get', '/admin/users/export').expect(403);
  });
});
