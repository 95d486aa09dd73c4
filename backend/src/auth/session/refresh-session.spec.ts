import { testApp, type TestApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import { digest } from '../secrets';

let target: TestApp;

beforeAll(async () => {
  target = await testApp({ environment: { RATE_LIMIT_REFRESH_PER_HOUR: '60' } });
});

afterAll(() => target.close());

const signedIn = (name: string) => new TestClient(target).signIn(`${name}@example.org`);

const refresh = (browser: TestClient) => browser.send('post', '/auth/refresh');

const sql = (statement: string, parameters: unknown[] = []) =>
  target.database.dataSource.query<Record<string, unknown>[]>(statement, parameters);

async function pastGrace(browser: TestClient): Promise<void> {
  await sql(
    `update refresh_tokens set rotated_at = rotated_at - interval '11 seconds' where session_id =
      (select session_id from refresh_tokens where token_hash = $1)`,
    [digest(browser.cookie('tesigo_refresh') ?? '')],
  );
}

async function liveTokens(browser: TestClient): Promise<number> {
  const rows = await sql(
    `select 1 from refresh_tokens where rotated_at is null and session_id =
      (select session_id from refresh_tokens where token_hash = $1)`,
    [digest(browser.cookie('tesigo_refresh') ?? '')],
  );
  return rows.length;
}

describe('refreshing', () => {
  it('gives a new access token and another refresh token', async () => {
    const browser = await signedIn('rotate');
    const before = browser.cookie('tesigo_refresh');
    const { body } = await refresh(browser).expect(200);
    expect(body).toEqual({ accessToken: expect.any(String), tokenType: 'Bearer', expiresIn: 900 });
    expect(browser.cookie('tesigo_refresh')).not.toBe(before);
    browser.accessToken = (body as { accessToken: string }).accessToken;
    await browser.send('get', '/auth/me').expect(200);
    await refresh(browser).expect(200);
  });

  it('refuses a browser without a session, and one with a made-up token', async () => {
    const { body } = await refresh(new TestClient(target)).expect(401);
    expect(body).toMatchObject({ code: 'SESSION_ENDED' });
    for (const token of ['x', 'A'.repeat(43), '%00']) {
      const browser = new TestClient(target);
      browser.setCookie('tesigo_refresh', token);
      await refresh(browser).expect(401);
      expect(browser.cookie('tesigo_refresh')).toBeUndefined();
    }
  });

  it('leaves a sign-in under way alone when there is no session', async () => {
    const browser = new TestClient(target);
    const { token } = await browser.requestLink('under-way@example.org');
    browser.setCookie('tesigo_refresh', 'B'.repeat(43));
    await refresh(browser).expect(401);
    await browser.send('post', '/auth/verify-magic-link', { token }).expect(200);
  });

  it('keeps 50 tabs signed in that refresh at once, with one live token among them', async () => {
    const browser = await signedIn('tabs');
    const answers = await Promise.all(Array.from({ length: 50 }, () => refresh(browser)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await liveTokens(browser)).toBe(1);
    await pastGrace(browser);
    await refresh(browser).expect(200);
  });

  it('hands a late tab the live token, not the one in between', async () => {
    const browser = await signedIn('late-tab');
    const late = new TestClient(target);
    late.setCookie('tesigo_refresh', browser.cookie('tesigo_refresh'));
    await refresh(browser).expect(200);
    await refresh(browser).expect(200);
    await refresh(late).expect(200);
    expect(late.cookie('tesigo_refresh')).toBe(browser.cookie('tesigo_refresh'));
  });

  it('ends the whole family, access tokens too, when an old token comes back', async () => {
    const browser = await signedIn('stolen');
    const thief = new TestClient(target);
    thief.setCookie('tesigo_refresh', browser.cookie('tesigo_refresh'));
    await refresh(browser).expect(200);
    await browser.send('get', '/auth/me').expect(200);
    await pastGrace(browser);
    const { body } = await refresh(thief).expect(401);
    expect(body).toMatchObject({ code: 'SESSION_ENDED' });
    await browser.send('get', '/auth/me').expect(401);
    await refresh(browser).expect(401);
  });

  it('leaves the other sessions of that user alone', async () => {
    const [one, other] = [await signedIn('two-devices'), await signedIn('two-devices')];
    const old = one.cookie('tesigo_refresh');
    await refresh(one).expect(200);
    await pastGrace(one);
    one.setCookie('tesigo_refresh', old);
    await refresh(one).expect(401);
    await other.send('get', '/auth/me').expect(200);
  });

  it('ends after 30 days without use', async () => {
    const browser = await signedIn('idle');
    await sql('update refresh_tokens set expires_at = now() where token_hash = $1', [
      digest(browser.cookie('tesigo_refresh') ?? ''),
    ]);
    await refresh(browser).expect(401);
  });

  it('refuses a blocked account', async () => {
    const browser = await signedIn('blocked');
    await sql(`update users set blocked_at = now() where email = 'blocked@example.org'`);
    await refresh(browser).expect(401);
  });

  it('is limited for each session, not for all behind one address', async () => {
    const browser = await signedIn('busy');
    for (let count = 0; count < 60; count += 1) await refresh(browser).expect(200);
    const held = browser.cookie('tesigo_refresh');
    await refresh(browser).expect(429);
    expect(browser.cookie('tesigo_refresh')).toBe(held);
    await refresh(await signedIn('calm')).expect(200);
  });
});

describe('another site', () => {
  const from = (browser: TestClient, headers: Record<string, string>) =>
    refresh(browser).set(headers);

  it.each<Record<string, string>>([
    { Origin: 'https://evil.example' },
    { Origin: 'null' },
    { Origin: 'http://localhost:1' },
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'same-site' },
  ])('cannot refresh with the cookies of the browser (%j)', async (headers) => {
    const browser = await signedIn(`csrf-${JSON.stringify(headers).length}`);
    const { body } = await from(browser, headers).expect(403);
    expect(body).toMatchObject({ code: 'ORIGIN_REFUSED' });
    await refresh(browser).expect(200);
  });

  it.each(['http://localhost:3000', 'http://127.0.0.1:3000'])('is not %s', async (origin) => {
    await from(await signedIn(`own-${String(origin.length)}`), { Origin: origin }).expect(200);
  });
});
