import { setTimeout as sleep } from 'node:timers/promises';
import { TcpProxy } from '../testing/tcp-proxy';
import { testApp, type TestApp } from '../testing/test-app';
import { TestClient } from '../testing/test-client';
import { testRedisUrl } from '../testing/test-redis';

let proxy: TcpProxy;
let target: TestApp;
let replica: TestApp;

beforeAll(async () => {
  proxy = new TcpProxy(new URL(testRedisUrl()));
  target = await testApp();
  const throughProxy = await proxy.listen();
  const prefix = new URL(target.redisUrl).search;
  replica = await testApp({
    replicaOf: { ...target, redisUrl: `${throughProxy}${prefix}` },
  });
});

afterEach(() => {
  proxy.mend();
});

afterAll(async () => {
  await replica.close();
  proxy.close();
  await target.close();
});

const onReplica = (browser: TestClient) => {
  const client = new TestClient(replica);
  client.accessToken = browser.accessToken;
  return client;
};

describe('without Redis', () => {
  it('refuses sign-in in seconds with a problem, instead of dropping its limits', async () => {
    const browser = new TestClient(replica);
    const { token } = await browser.requestLink('closed@example.org');
    proxy.cut();
    const started = Date.now();
    const asked = await new TestClient(replica)
      .send('post', '/auth/magic-link', { email: 'closed@example.org' })
      .expect(503);
    expect(asked.body).toMatchObject({ code: 'UNAVAILABLE' });
    expect(Number(asked.headers['retry-after'])).toBeGreaterThan(0);
    await browser.send('post', '/auth/verify-magic-link', { token }).expect(503);
    browser.setCookie('tesigo_refresh', 'A'.repeat(43));
    await browser.send('post', '/auth/refresh').expect(503);
    expect(Date.now() - started).toBeLessThan(6000);
  });

  it('still knows who is signed in, and who no longer is', async () => {
    const browser = await new TestClient(target).signIn('cached@example.org');
    const there = onReplica(browser);
    await there.send('get', '/auth/me').expect(200);
    await there.send('get', '/auth/me').expect(200);
    proxy.cut();
    await browser.send('post', '/auth/logout').expect(204);
    await there.send('get', '/auth/me').expect(401);
  });

  it('lets sessions be ended', async () => {
    const browser = onReplica(await new TestClient(target).signIn('ending@example.org'));
    proxy.cut();
    await browser.send('post', '/auth/logout').expect(204);
    await browser.send('get', '/auth/me').expect(401);
  });

  it('comes back by itself', async () => {
    proxy.cut();
    await sleep(300);
    proxy.mend();
    await sleep(2500);
    await new TestClient(replica).signIn('again@example.org');
  });
});
