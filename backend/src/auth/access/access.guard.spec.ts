import { createHmac } from 'node:crypto';
import { Controller, Get, Post } from '@nestjs/common';
import { AdminOnly, CurrentUser, newId, type Principal, Public, SignedIn } from '../../common';
import { testApp, type TestApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import { AccountControl } from '../account/account-control';
import { AuthService } from './auth.service';

@Controller('probe')
class ProbeController {
  @Get('public')
  @Public()
  open() {
    return { ok: true };
  }

  @Get('signed-in')
  @SignedIn()
  own(@CurrentUser() user: Principal) {
    return user;
  }

  @Post('admin')
  @AdminOnly()
  admin() {
    return { ok: true };
  }
}

let target: TestApp;
let browser: TestClient;

beforeAll(async () => {
  target = await testApp({
    features: { controllers: [ProbeController] },
    environment: { RATE_LIMIT_MAGIC_LINKS_PER_HOUR: '100' },
  });
  browser = await new TestClient(target).signIn('guard@example.org');
});

afterAll(() => target.close());

const call = (token: string | undefined, path = '/probe/signed-in') => {
  const client = new TestClient(target);
  client.accessToken = token;
  return client.send('get', path);
};

const sql = (statement: string, parameters: unknown[] = []) =>
  target.database.dataSource.query<Record<string, unknown>[]>(statement, parameters);

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');

interface Forgery {
  header?: object;
  claims?: object;
  secret?: string;
  hash?: string;
}

/** The browser's genuine token, changed in places and signed anew. */
function forged({ header = {}, claims = {}, secret, hash = 'sha256' }: Forgery): string {
  const [head = '', body = ''] = (browser.accessToken ?? '').split('.');
  const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as object;
  const signed = `${encode({ ...decode(head), ...header })}.${encode({ ...decode(body), ...claims })}`;
  const key = secret ?? target.config.auth.jwtSecrets[0];
  return `${signed}.${createHmac(hash, key).update(signed).digest('base64url')}`;
}

const now = () => Math.floor(Date.now() / 1000);

describe('the access guard', () => {
  it('lets anyone call what is public, whatever they carry', async () => {
    await call(undefined, '/probe/public').expect(200);
    await call('nonsense', '/probe/public').expect(200);
  });

  it('says who is calling', async () => {
    const { body } = await call(browser.accessToken).expect(200);
    expect(body).toMatchObject({ userId: expect.any(String), role: 'student' });
  });

  it('answers a caller without a token by a 401 problem that asks for one', async () => {
    const { body, headers } = await call(undefined).expect(401);
    expect(body).toMatchObject({ code: 'UNAUTHENTICATED', instance: '/api/v1/probe/signed-in' });
    expect(headers['www-authenticate']).toBe('Bearer');
  });

  it('takes the scheme in any case', async () => {
    const client = new TestClient(target);
    const test = client.send('get', '/probe/signed-in');
    await test.set('Authorization', `bearer ${browser.accessToken ?? ''}`).expect(200);
  });

  it.each<[string, Forgery]>([
    ['of another key', { secret: 'another test key, forty characters too' }],
    ['without a signature', { header: { alg: 'none' } }],
    ['by another algorithm', { header: { alg: 'HS512' }, hash: 'sha512' }],
    ['with an unknown key id', { header: { kid: 'ffffffffffffffff' } }],
    ['without a key id', { header: { kid: undefined } }],
    ['of another issuer', { claims: { iss: 'someone' } }],
    ['for another audience', { claims: { aud: 'someone' } }],
    ['of another type', { claims: { typ: 'refresh' } }],
    ['without a type', { claims: { typ: undefined } }],
    ['without an end', { claims: { exp: undefined } }],
    ['past its end and the tolerance', { claims: { exp: now() - 120 } }],
    ['before its beginning', { claims: { nbf: now() + 300 } }],
    ['of a session that never was', { claims: { sid: '01890000-0000-7000-8000-000000000000' } }],
    ['of another user', { claims: { sub: '01890000-0000-7000-8000-000000000000' } }],
    ['with a user that is no id', { claims: { sub: "' or true --" } }],
  ])('refuses a token %s', async (_, forgery) => {
    await call(forged(forgery)).expect(401);
  });

  it('allows a minute of difference between clocks', async () => {
    await call(forged({ claims: { exp: now() - 30 } })).expect(200);
    await call(forged({ claims: { nbf: now() + 30 } })).expect(200);
  });

  it.each([
    ['empty', ''],
    ['made of nonsense', 'a.b.c'],
    ['with an empty header', 'e30.e30.'],
    ['of 5,000 characters', 'A'.repeat(5000)],
    ['that is no token at all', '{}'],
  ])('refuses a token %s', async (_, token) => {
    await call(token).expect(401);
  });

  it('refuses a blocked account on its next request', async () => {
    const blocked = await new TestClient(target).signIn('blocked@example.org');
    const { body } = await call(blocked.accessToken).expect(200);
    const { userId } = body as Principal;
    const act = { adminId: newId(), origin: { address: '::1', requestId: 'test' } };
    await target.app.get(AccountControl).block(userId, act, 'a test');
    await call(blocked.accessToken).expect(401);
  });

  it('asks the database for the role of an admin, each time', async () => {
    const dean = await new TestClient(target).signIn('dean@example.org');
    const asAdmin = () => dean.send('post', '/probe/admin');
    expect((await asAdmin().expect(403)).body).toMatchObject({ code: 'FORBIDDEN' });
    await sql(`update users set role = 'admin' where email = 'dean@example.org'`);
    await asAdmin().expect(201);
    await sql(`update users set role = 'student' where email = 'dean@example.org'`);
    await asAdmin().expect(403);
  });

  it('serves callers without a route: principal and expiry of a token', async () => {
    const principal = await target.app.get(AuthService).authenticate(browser.accessToken ?? '');
    expect(principal.expiresAt.getTime()).toBeGreaterThan(Date.now() + 800_000);
    await expect(target.app.get(AuthService).authenticate('x')).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});

describe('a route without an access rule', () => {
  @Controller('forgotten')
  class ForgottenController {
    @Get()
    list() {
      return [];
    }
  }

  it('stops start-up and is named', async () => {
    const start = testApp({
      features: { controllers: [ForgottenController] },
      replicaOf: target,
    });
    await expect(start).rejects.toThrow('ForgottenController.list');
  });
});
