import type { Redis } from 'ioredis';
import { REDIS } from '../../redis';
import { testApp, type TestApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';

let target: TestApp;

beforeAll(async () => {
  target = await testApp({
    environment: {
      ADMIN_EMAILS: 'Dean@Example.org',
      TRUSTED_PROXIES: '127.0.0.1',
      RATE_LIMIT_VERIFY_PER_HOUR: '150',
    },
  });
});

afterAll(() => target.close());

const client = () => new TestClient(target);

function verify(browser: TestClient, proof: object) {
  return browser.send('post', '/auth/verify-magic-link', proof);
}

const sql = (statement: string, parameters: unknown[] = []) =>
  target.database.dataSource.query<Record<string, unknown>[]>(statement, parameters);

const redis = () => target.app.get<Redis>(REDIS);

/** Keys of this suite's locks, without the prefix that the client adds by itself. */
async function lockKeys(): Promise<string[]> {
  const { keyPrefix = '' } = redis().options;
  const keys = await redis().keys(`${keyPrefix}lockout:lock:*`);
  return keys.map((key) => key.slice(keyPrefix.length));
}

async function sessionsOf(email: string): Promise<number> {
  const rows = await sql(
    'select s.id from sessions s join users u on u.id = s.user_id where u.email = $1',
    [email],
  );
  return rows.length;
}

describe('redeeming a magic link', () => {
  it('signs in with the token of the link', async () => {
    const browser = client();
    const { token } = await browser.requestLink('link@example.org');
    const { body, headers } = await verify(browser, { token }).expect(200);
    expect(body).toEqual({
      accessToken: expect.any(String),
      tokenType: 'Bearer',
      expiresIn: 900,
      user: expect.objectContaining({ email: 'link@example.org', role: 'student', locale: 'en' }),
    });
    const cookies = headers['set-cookie'] as unknown as string[];
    expect(cookies[0]).toMatch(
      /^tesigo_refresh=[\w-]{43}; Max-Age=2592000; Path=\/api\/v1\/auth; .*HttpOnly; SameSite=Strict$/,
    );
    expect(browser.cookie('tesigo_signin')).toBeUndefined();
  });

  it('signs in with the code, typed as people type', async () => {
    const browser = client();
    const { code } = await browser.requestLink('code@example.org');
    const typed = ` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)} `;
    await verify(browser, { email: 'Code@Example.org', code: typed }).expect(200);
  });

  it('lets someone who asked twice use either mail', async () => {
    const browser = client();
    const first = await browser.requestLink('twice@example.org');
    await browser.requestLink('twice@example.org');
    await verify(browser, { token: first.token }).expect(200);
  });

  it('refuses a browser that did not ask, and uses nothing up', async () => {
    const browser = client();
    const { token, code } = await browser.requestLink('bound@example.org');
    const stranger = client();
    await verify(stranger, { token }).expect(401);
    await verify(stranger, { email: 'bound@example.org', code }).expect(401);
    await stranger.requestLink('stranger@example.org');
    const { body } = await verify(stranger, { token }).expect(401);
    expect(body).toMatchObject({ code: 'SIGN_IN_FAILED' });
    await verify(browser, { token }).expect(200);
  });

  it('works once', async () => {
    const browser = client();
    const { token, code } = await browser.requestLink('once@example.org');
    const secret = browser.cookie('tesigo_signin');
    await verify(browser, { token }).expect(200);
    browser.setCookie('tesigo_signin', secret);
    await verify(browser, { token }).expect(401);
    await verify(browser, { email: 'once@example.org', code }).expect(401);
  });

  it('makes one session of 100 redemptions at once', async () => {
    const browser = client();
    const { token } = await browser.requestLink('race@example.org');
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => verify(browser, { token }).then(({ status }) => status)),
    );
    expect(answers.filter((status) => status === 200)).toHaveLength(1);
    expect(await sessionsOf('race@example.org')).toBe(1);
  });

  it('does not outlive ten minutes', async () => {
    const browser = client();
    const { token, code } = await browser.requestLink('late@example.org');
    await sql(`update sign_in_attempts set expires_at = now() where email = 'late@example.org'`);
    await verify(browser, { token }).expect(401);
    await verify(browser, { email: 'late@example.org', code }).expect(401);
  });

  it.each([
    {},
    { token: '' },
    { token: 'x', code: 'y' },
    { email: 'a@example.org', code: 'short' },
  ])('calls %j bad input', async (proof) => {
    const { body } = await verify(client(), proof).expect(422);
    expect(body).toMatchObject({ code: 'VALIDATION_FAILED' });
  });
});

describe('wrong codes', () => {
  const wrong = (email: string) => ({ email, code: '22222222' });

  it('kill the attempt after five, however many come at once', async () => {
    const browser = client();
    const { token } = await browser.requestLink('guess@example.org');
    await Promise.all(
      Array.from({ length: 12 }, () => verify(browser, wrong('guess@example.org'))),
    );
    const [attempt] = await sql(
      `select wrong_codes from sign_in_attempts where email = 'guess@example.org'`,
    );
    expect(attempt?.['wrong_codes']).toBe(5);
    const elsewhere = verify(browser, { token }).set('X-Forwarded-For', '203.0.113.9');
    await elsewhere.expect(401);
  });

  it('lock the pair of account and address for 15 minutes, then for 30', async () => {
    const from = (browser: TestClient, address: string, proof: object) =>
      verify(browser, proof).set('X-Forwarded-For', address);
    const browser = client();
    const { token } = await browser.requestLink('victim@example.org');
    const attacker = client();
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await from(attacker, '198.51.100.7', wrong('victim@example.org')).expect(401);
    }
    const locked = await from(attacker, '198.51.100.7', wrong('victim@example.org')).expect(429);
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(890);
    expect(Number(locked.headers['retry-after'])).toBeLessThanOrEqual(900);
    for (const key of await lockKeys()) await redis().del(key);
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await from(attacker, '198.51.100.7', wrong('victim@example.org')).expect(401);
    }
    const again = await from(attacker, '198.51.100.7', wrong('victim@example.org')).expect(429);
    expect(Number(again.headers['retry-after'])).toBeGreaterThan(1790);
    expect(Number(again.headers['retry-after'])).toBeLessThanOrEqual(1800);
    // another account from there, and the owner from elsewhere, are free
    await from(attacker, '198.51.100.7', wrong('other@example.org')).expect(401);
    await from(browser, '198.51.100.8', { token }).expect(200);
  });
});

describe('accounts', () => {
  const role = async (browser: TestClient) => {
    const { body } = await browser.send('get', '/auth/me').expect(200);
    return (body as { role: string }).role;
  };

  it('are made once for an address', async () => {
    const first = await client().signIn('same@example.org');
    const second = await client().signIn('same@example.org');
    const ids = await Promise.all([first, second].map((one) => one.send('get', '/auth/me')));
    expect(ids[0]?.body).toEqual(ids[1]?.body);
  });

  it('are admins when their address is configured, also those made before', async () => {
    await sql(`insert into users (id, email) values (gen_random_uuid(), 'dean@example.org')`);
    expect(await role(await client().signIn('dean@example.org'))).toBe('admin');
    expect(await role(await client().signIn('nobody@example.org'))).toBe('student');
  });

  it('are not signed in while blocked', async () => {
    await client().signIn('blocked@example.org');
    await sql(`update users set blocked_at = now() where email = 'blocked@example.org'`);
    const browser = client();
    const { token } = await browser.requestLink('blocked@example.org');
    const { body } = await verify(browser, { token }).expect(403);
    expect(body).toMatchObject({ code: 'FORBIDDEN' });
    expect(await sessionsOf('blocked@example.org')).toBe(1);
  });

  it('change their name and language', async () => {
    const browser = await client().signIn('name@example.org');
    const change = { fullName: '  Léa Ñandú  ', locale: 'it' };
    const { body } = await browser.send('patch', '/auth/me', change).expect(200);
    expect(body).toMatchObject({ fullName: 'Léa Ñandú', locale: 'it', tokensUsedToday: 0 });
    await browser.send('patch', '/auth/me', { fullName: 'two\nlines' }).expect(422);
    await browser.send('patch', '/auth/me', { role: 'admin' }).expect(422);
    await browser.send('patch', '/auth/me', {}).expect(200);
  });
});
