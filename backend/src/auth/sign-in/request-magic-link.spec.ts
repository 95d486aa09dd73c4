import { readdirSync } from 'node:fs';
import { digest } from '../secrets';
import { mailsIn, signInMail } from '../../testing/mailbox';
import { testApp, type TestApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';

let target: TestApp;

beforeAll(async () => {
  target = await testApp();
});

afterAll(() => target.close());

const ask = (email: unknown) =>
  new TestClient(target).send('post', '/auth/magic-link', { email: email as string });

describe('asking for a magic link', () => {
  it('answers alike for an address with an account and one without', async () => {
    await new TestClient(target).signIn('known@example.org');
    const known = await ask('known@example.org').expect(202);
    const unknown = await ask('unknown@example.org').expect(202);
    expect(known.body).toEqual({ message: expect.any(String), expiresIn: 600 });
    expect(unknown.body).toEqual(known.body);
  });

  it('binds the attempt to the browser by a cookie no script can read', async () => {
    const { headers } = await ask('cookie@example.org');
    const [cookie] = headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^tesigo_signin=[\w-]{43}; Max-Age=600; Path=\/api\/v1\/auth; /);
    expect(cookie).toMatch(/HttpOnly; SameSite=Lax$/);
  });

  it('mails a link below the public address and an eight-character code', async () => {
    await ask('mailed@example.org');
    const mails = await mailsIn(target.config.mail.directory);
    const mail = mails.at(-1);
    expect(mail?.text).toContain(`${target.config.http.publicUrl}/auth/verify#token=`);
    expect(signInMail(mail).code).toMatch(/^[2-9BCDFGHJKMNPQRSTVWXYZ]{8}$/);
  });

  it('keeps neither token, code nor browser secret, only digests', async () => {
    const client = new TestClient(target);
    const { token, code } = await client.requestLink('at-rest@example.org');
    const [row] = await target.database.dataSource.query<Record<string, unknown>[]>(
      `select * from sign_in_attempts where email = 'at-rest@example.org'`,
    );
    expect(row?.['token_hash']).toEqual(digest(token));
    const stored = Object.values(row ?? {}).map((value) =>
      Buffer.isBuffer(value) ? value.toString('latin1') : String(value),
    );
    for (const secret of [token, code, client.cookie('tesigo_signin') ?? '']) {
      expect(stored.join('\n')).not.toContain(secret);
    }
  });

  it('takes an address in any case and with spaces around as the same address', async () => {
    const client = new TestClient(target);
    const sent = client.send('post', '/auth/magic-link', { email: '  Mixed@Example.ORG ' });
    await sent.expect(202);
    const mails = await mailsIn(target.config.mail.directory);
    const { token } = signInMail(mails.at(-1));
    const { body } = await client.send('post', '/auth/verify-magic-link', { token }).expect(200);
    expect(body).toMatchObject({ user: { email: 'mixed@example.org' } });
  });

  it.each(['', 'no-at-sign', 'a@b', 'a b@example.org', `${'x'.repeat(250)}@example.org`, 7, null])(
    'refuses %j as an address and mails nothing',
    async (email) => {
      const before = readdirSync(target.config.mail.directory).length;
      const { body } = await ask(email).expect(422);
      expect(body).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ pointer: '/email' }] });
      expect(readdirSync(target.config.mail.directory)).toHaveLength(before);
    },
  );

  it('mails three times an hour to one address, whoever asks and however it is spelt', async () => {
    for (const email of ['often@example.org', 'Often@example.org', ' often@example.org']) {
      await ask(email).expect(202);
    }
    const { body, headers } = await ask('OFTEN@example.org').expect(429);
    expect(body).toMatchObject({ code: 'RATE_LIMITED' });
    const wait = Number(headers['retry-after']);
    expect(wait).toBeGreaterThan(3500);
    expect(wait).toBeLessThanOrEqual(3600);
    expect(headers['ratelimit']).toBe(`"magic-links";r=0;t=${String(wait)}`);
    await ask('someone-else@example.org').expect(202);
  });

  it('mails so often an hour on behalf of one client, to whomever', async () => {
    const environment = { RATE_LIMIT_SIGN_IN_MAILS_PER_HOUR: '2' };
    const strict = await testApp({ environment });
    const client = new TestClient(strict);
    for (const [name, status] of [
      ['a', 202],
      ['b', 202],
      ['c', 429],
    ] as const) {
      await client
        .send('post', '/auth/magic-link', { email: `${name}@example.org` })
        .expect(status);
    }
    expect(readdirSync(strict.config.mail.directory)).toHaveLength(2);
    await strict.close();
  });

  it.each([
    ['uk-UA,uk;q=0.9,en;q=0.8', 'uk', 'Вхід до TesiGo'],
    ['it', 'it', 'Accedi a TesiGo'],
    ['pt-BR, *;q=0.1', 'en', 'Sign in to TesiGo'],
    ['', 'en', 'Sign in to TesiGo'],
  ])('writes to a reader of %j in %s', async (accepted, locale, heading) => {
    const email = `reader-${locale}-${String(accepted.length)}@example.org`;
    await ask(email).set('Accept-Language', accepted).expect(202);
    const mail = (await mailsIn(target.config.mail.directory)).at(-1);
    expect(mail?.text).toContain(heading);
    expect(mail?.html).toContain(`<html lang="${locale}">`);
  });
});
