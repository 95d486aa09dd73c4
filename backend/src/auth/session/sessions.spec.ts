import { testApp, type TestApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import type { Session } from '../dto/session';

let target: TestApp;
let replica: TestApp;

beforeAll(async () => {
  target = await testApp();
  replica = await testApp({ replicaOf: target });
});

afterAll(async () => {
  await replica.close();
  await target.close();
});

const signedIn = (name: string, at = target) => new TestClient(at).signIn(`${name}@example.org`);

async function sessionsOf(browser: TestClient): Promise<Session[]> {
  const { body } = await browser.send('get', '/auth/sessions').expect(200);
  return (body as { items: Session[] }).items;
}

const others = (sessions: Session[]) => sessions.filter(({ current }) => !current);

describe('the own sessions', () => {
  it('are listed, the one that asks among them, and no other account’s', async () => {
    const desk = await signedIn('several');
    await signedIn('several');
    await signedIn('another');
    const sessions = await sessionsOf(desk);
    expect(sessions).toHaveLength(2);
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    expect(sessions[0]).toEqual({
      id: expect.any(String),
      userAgent: null,
      createdAt: expect.any(String),
      lastUsedAt: expect.any(String),
      current: expect.any(Boolean),
    });
  });

  it('say when they were used last', async () => {
    const browser = await signedIn('used');
    const [before] = await sessionsOf(browser);
    await browser.send('post', '/auth/refresh').expect(200);
    const [after] = await sessionsOf(browser);
    expect(Date.parse(after?.lastUsedAt ?? '')).toBeGreaterThan(
      Date.parse(before?.lastUsedAt ?? ''),
    );
  });

  it('are ended one by one, everywhere at once', async () => {
    const desk = await signedIn('lost');
    const phone = await signedIn('lost', replica);
    await phone.send('get', '/auth/me').expect(200);
    const [lost] = others(await sessionsOf(desk));
    await desk.send('delete', `/auth/sessions/${lost?.id ?? ''}`).expect(204);
    await phone.shutOut();
    await phone.send('post', '/auth/refresh').expect(401);
    expect(await sessionsOf(desk)).toHaveLength(1);
    await desk.send('delete', `/auth/sessions/${lost?.id ?? ''}`).expect(404);
  });

  it('are ended all but the one that asks', async () => {
    const desk = await signedIn('tidy');
    const left = [await signedIn('tidy'), await signedIn('tidy')];
    await desk.send('delete', '/auth/sessions').expect(204);
    for (const browser of left) await browser.send('get', '/auth/me').expect(401);
    await desk.send('get', '/auth/me').expect(200);
  });

  it('of another account cannot be ended', async () => {
    const owner = await signedIn('owner');
    const [session] = await sessionsOf(owner);
    const thief = await signedIn('thief');
    await thief.send('delete', `/auth/sessions/${session?.id ?? ''}`).expect(404);
    await owner.send('get', '/auth/me').expect(200);
  });
});

const sql = (statement: string, parameters: unknown[] = []) =>
  target.database.dataSource.query<Record<string, unknown>[]>(statement, parameters);

describe('a session', () => {
  it('ends when its browser signs in anew', async () => {
    const browser = await signedIn('again');
    const { accessToken } = browser;
    await browser.signIn('again@example.org');
    await browser.send('get', '/auth/me').expect(200);
    browser.accessToken = accessToken;
    await browser.send('get', '/auth/me').expect(401);
  });

  it('is not opened by the second of two mails once the first has been used', async () => {
    const browser = new TestClient(target);
    const first = await browser.requestLink('twice@example.org');
    const second = await browser.requestLink('twice@example.org');
    const secret = browser.cookie('tesigo_signin');
    await browser.send('post', '/auth/verify-magic-link', { token: first.token }).expect(200);
    browser.setCookie('tesigo_signin', secret);
    await browser.send('post', '/auth/verify-magic-link', { token: second.token }).expect(401);
  });

  it('lasts ninety days at most, however often it is used', async () => {
    const browser = await signedIn('faithful');
    const opened = `update sessions set created_at = now() - interval '80 days' where user_id =
      (select id from users where email = 'faithful@example.org')`;
    await sql(opened);
    await browser.send('post', '/auth/refresh').expect(200);
    const [left] = await sql(
      `select extract(day from t.expires_at - now())::int as days from refresh_tokens t
        join sessions s on s.id = t.session_id join users u on u.id = s.user_id
        where u.email = 'faithful@example.org' and t.rotated_at is null`,
    );
    expect(left).toEqual({ days: 9 });
  });
});

describe('the audit trail', () => {
  const actions = async (email: string) => {
    const rows = await sql(
      `select e.action, e.details ->> 'reason' as reason from audit_events e
        where e.actor_id = (select id from users where email = $1) order by e.id`,
      [email],
    );
    return rows.map(({ action, reason }) => (reason === null ? action : `${action} ${reason}`));
  };

  it('tells of sign-in, of sessions that end, and why', async () => {
    const browser = await signedIn('traced');
    await browser.signIn('traced@example.org');
    await browser.send('delete', '/auth/sessions').expect(204);
    await browser.send('post', '/auth/logout').expect(204);
    expect(await actions('traced@example.org')).toEqual([
      'account.created',
      'sign_in.succeeded',
      'sign_in.succeeded',
      'session.ended signed_in_anew',
      'session.ended signed_out',
    ]);
  });

  it('tells of wrong codes and of the lock that follows', async () => {
    const browser = new TestClient(target);
    await browser.requestLink('guessed@example.org');
    const wrong = { email: 'guessed@example.org', code: '22222222' };
    const [{ last }] = (await sql('select max(id::text) as last from audit_events')) as [
      { last: string },
    ];
    for (let count = 0; count < 5; count += 1) {
      await browser.send('post', '/auth/verify-magic-link', wrong).expect(401);
    }
    const rows = await sql('select action from audit_events where id > $1::uuid order by id', [
      last,
    ]);
    expect(rows.map(({ action }) => action)).toEqual([
      ...Array<string>(4).fill('sign_in.failed'),
      'sign_in.locked',
    ]);
  });
});
