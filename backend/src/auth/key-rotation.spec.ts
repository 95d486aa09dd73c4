import { testApp, type TestApp } from '../testing/test-app';
import { TestClient } from '../testing/test-client';
import { AuthService } from './access/auth.service';

const NEW_SECRET = 'another test key, forty characters as well';

let before: TestApp;
let ahead: TestApp;
let during: TestApp;
let after: TestApp;

beforeAll(async () => {
  before = await testApp();
  const [previous] = before.config.auth.jwtSecrets;
  const rotated = { JWT_SECRET: NEW_SECRET };
  ahead = await testApp({
    replicaOf: before,
    environment: { JWT_SECRET_PREVIOUS: NEW_SECRET },
  });
  during = await testApp({
    replicaOf: before,
    environment: { ...rotated, JWT_SECRET_PREVIOUS: previous },
  });
  after = await testApp({ replicaOf: before, environment: rotated });
});

afterAll(async () => {
  await Promise.all([ahead, during, after].map((replica) => replica.close()));
  await before.close();
});

/** The same browser in front of another replica. */
function moved(browser: TestClient, target: TestApp): TestClient {
  const there = new TestClient(target);
  there.accessToken = browser.accessToken;
  for (const name of ['tesigo_signin', 'tesigo_refresh']) {
    there.setCookie(name, browser.cookie(name));
  }
  return there;
}

/** Not by a route: Passport keeps one strategy a process, and here are several replicas in one. */
const authenticate = (target: TestApp, token: string | undefined) =>
  target.app.get(AuthService, { strict: false }).authenticate(token ?? '');

describe('changing the secret', () => {
  it('signs nobody out while the old one is still listed', async () => {
    const old = await new TestClient(before).signIn('stays@example.org');
    const browser = moved(old, during);
    await authenticate(during, old.accessToken);
    const { body } = await browser.send('post', '/auth/refresh').expect(200);
    await authenticate(after, (body as { accessToken: string }).accessToken);
  });

  it('ends the access tokens, not the sessions, of those who come back after it is gone', async () => {
    const browser = moved(await new TestClient(before).signIn('late@example.org'), after);
    await expect(authenticate(after, browser.accessToken)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
    await browser.send('post', '/auth/refresh').expect(200);
  });

  it('leaves the codes that are on their way', async () => {
    const old = new TestClient(before);
    const { code } = await old.requestLink('reader@example.org');
    const proof = { email: 'reader@example.org', code };
    await moved(old, during).send('post', '/auth/verify-magic-link', proof).expect(200);
  });

  it('keeps one successor for replicas that sign with different ones and know both', async () => {
    const old = await new TestClient(before).signIn('both@example.org');
    const replicas = [ahead, during, ahead, during].map((target) => moved(old, target));
    await Promise.all(replicas.map((one) => one.send('post', '/auth/refresh').expect(200)));
    const successors = new Set(replicas.map((one) => one.cookie('tesigo_refresh')));
    expect(successors.size).toBe(1);
  });
});
