import { testApp, type TestApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';

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

const signedIn = (name: string) => new TestClient(target).signIn(`${name}@example.org`);

/** Another client with the same access token. */
function copied(browser: TestClient, at = target): TestClient {
  const client = new TestClient(at);
  client.accessToken = browser.accessToken;
  return client;
}

const me = (browser: TestClient) => copied(browser).send('get', '/auth/me');

describe('signing out', () => {
  it('ends access and refresh token at once and clears the cookie', async () => {
    const browser = await signedIn('out');
    const refreshToken = browser.cookie('tesigo_refresh');
    await me(browser).expect(200);
    await browser.send('post', '/auth/logout').expect(204);
    expect(browser.cookie('tesigo_refresh')).toBeUndefined();
    await me(browser).expect(401);
    browser.setCookie('tesigo_refresh', refreshToken);
    await browser.send('post', '/auth/refresh').expect(401);
  });

  it('is heard by a replica that has the token in its cache', async () => {
    const browser = await signedIn('replica');
    const there = copied(browser, replica);
    for (let count = 0; count < 3; count += 1) await there.send('get', '/auth/me').expect(200);
    await browser.send('post', '/auth/logout').expect(204);
    await there.shutOut();
  });

  it('works with the cookie alone', async () => {
    const browser = await signedIn('cookie');
    const { accessToken } = browser;
    browser.accessToken = undefined;
    await browser.send('post', '/auth/logout').expect(204);
    browser.accessToken = accessToken;
    await me(browser).expect(401);
  });

  it('works with the access token alone', async () => {
    const browser = await signedIn('bearer');
    browser.setCookie('tesigo_refresh', undefined);
    await browser.send('post', '/auth/logout').expect(204);
    await me(browser).expect(401);
  });

  it('ends this session, not that on another device', async () => {
    const [here, there] = [await signedIn('devices'), await signedIn('devices')];
    await here.send('post', '/auth/logout').expect(204);
    await me(there).expect(200);
  });

  it('is no error for someone who is signed out already', async () => {
    await new TestClient(target).send('post', '/auth/logout').expect(204);
  });

  it('cannot be done by another site', async () => {
    const browser = await signedIn('csrf');
    await browser.send('post', '/auth/logout').set('Origin', 'https://evil.example').expect(403);
    await me(browser).expect(200);
  });
});
