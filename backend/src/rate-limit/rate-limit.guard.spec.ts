import { Controller, Get, Post } from '@nestjs/common';
import { Public, SignedIn } from '../common';
import { TcpProxy } from '../testing/tcp-proxy';
import { testApp, type TestApp } from '../testing/test-app';
import { TestClient } from '../testing/test-client';
import { testRedisUrl } from '../testing/test-redis';
import { RateLimit } from './rate-limit.decorator';

@Controller('probe')
class ProbeController {
  @Post('writes')
  @SignedIn()
  @RateLimit('document-writes')
  write() {
    return { ok: true };
  }

  @Post('uploads')
  @SignedIn()
  @RateLimit('uploads')
  upload() {
    return { ok: true };
  }

  @Get('free')
  @SignedIn()
  free() {
    return { ok: true };
  }

  @Get('open')
  @Public()
  open() {
    return { ok: true };
  }
}

const features = { controllers: [ProbeController] };

let target: TestApp;

beforeAll(async () => {
  const environment = { RATE_LIMIT_DOCUMENT_WRITES_PER_HOUR: '4' };
  target = await testApp({ features, environment });
});

afterAll(() => target.close());

const signedIn = (name: string, at = target) => new TestClient(at).signIn(`${name}@example.org`);

const write = (browser: TestClient) => browser.send('post', '/probe/writes');

describe('a named limit', () => {
  it('says on each answer what is left, and refuses what is too much', async () => {
    const browser = await signedIn('writer');
    const first = await write(browser).expect(201);
    expect(first.headers).toMatchObject({
      'ratelimit-policy': '"document-writes";q=4;w=3600',
      ratelimit: '"document-writes";r=3;t=3600',
    });
    for (let count = 0; count < 3; count += 1) await write(browser).expect(201);
    const { body, headers } = await write(browser).expect(429);
    expect(body).toMatchObject({ code: 'RATE_LIMITED', status: 429 });
    expect(Number(headers['retry-after'])).toBeGreaterThan(3590);
    expect(headers['ratelimit']).toMatch(/^"document-writes";r=0;t=3\d{3}$/);
  });

  it('counts each user and each limit by itself', async () => {
    const [one, other] = [await signedIn('one'), await signedIn('other')];
    for (let count = 0; count < 4; count += 1) await write(one).expect(201);
    await write(one).expect(429);
    await one.send('post', '/probe/uploads').expect(201);
    await one.send('get', '/probe/free').expect(200);
    await write(other).expect(201);
  });

  it('holds across replicas, however many calls come at once', async () => {
    const replica = await testApp({
      features,
      replicaOf: target,
      environment: { RATE_LIMIT_DOCUMENT_WRITES_PER_HOUR: '4' },
    });
    try {
      const here = await signedIn('spread');
      const there = new TestClient(replica);
      there.accessToken = here.accessToken;
      const answers = await Promise.all(
        Array.from({ length: 16 }, (_, index) => write(index % 2 ? here : there)),
      );
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(4);
      expect(answers.filter(({ status }) => status === 429)).toHaveLength(12);
    } finally {
      await replica.close();
    }
  });

  it('goes on by local counts while Redis is away', async () => {
    const proxy = new TcpProxy(new URL(testRedisUrl()));
    const cut = await testApp({
      features,
      redisServer: await proxy.listen(),
      environment: { RATE_LIMIT_DOCUMENT_WRITES_PER_HOUR: '4' },
    });
    try {
      const browser = await signedIn('outage', cut);
      proxy.cut();
      for (let count = 0; count < 4; count += 1) await write(browser).expect(201);
      await write(browser).expect(429);
    } finally {
      await cut.close();
      proxy.close();
    }
  });
});

describe('the limit on requests a minute', () => {
  let flooded: TestApp;

  beforeEach(async () => {
    flooded = await testApp({
      features,
      environment: { RATE_LIMIT_REQUESTS_PER_MINUTE: '20' },
    });
  });

  afterEach(() => flooded.close());

  const answersTo = async (
    count: number,
    call: (index: number) => PromiseLike<{ status: number }>,
  ) => {
    const statuses: number[] = [];
    for (let index = 0; index < count; index += 1) statuses.push((await call(index)).status);
    return statuses;
  };

  it('counts a thousand spoofed addresses as the one client they come from', async () => {
    const client = new TestClient(flooded);
    const statuses = await answersTo(1000, (index) =>
      client
        .send('get', '/probe/open')
        .set('X-Forwarded-For', `198.51.${String(index >> 8)}.${String(index & 255)}`)
        .set('X-Real-IP', `198.51.100.${String(index & 255)}`)
        .set('Forwarded', `for=198.51.100.${String(index & 255)}`),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(20);
    expect(statuses.filter((status) => status === 429)).toHaveLength(980);
  });

  it('counts those it refuses for a bad token too', async () => {
    const client = new TestClient(flooded);
    client.accessToken = 'made-up';
    const statuses = await answersTo(25, () => client.send('get', '/probe/free'));
    expect(statuses).toEqual([...Array<number>(20).fill(401), ...Array<number>(5).fill(429)]);
  });

  it('counts users, not the address they share', async () => {
    const [one, other] = [await signedIn('flood-1', flooded), await signedIn('flood-2', flooded)];
    const statuses = await answersTo(21, () => one.send('get', '/probe/free'));
    expect(statuses.at(-1)).toBe(429);
    await other.send('get', '/probe/free').expect(200);
  });
});

describe('addresses behind a trusted proxy', () => {
  it('are told apart', async () => {
    const behind = await testApp({
      features,
      environment: { RATE_LIMIT_REQUESTS_PER_MINUTE: '5', TRUSTED_PROXIES: 'loopback' },
    });
    const from = (address: string) =>
      new TestClient(behind).send('get', '/probe/open').set('X-Forwarded-For', address);
    try {
      for (let count = 0; count < 5; count += 1) await from('203.0.113.1').expect(200);
      await from('203.0.113.1').expect(429);
      // what a client claims stands to the left of what the proxy saw
      await from('203.0.113.2, 203.0.113.1').expect(429);
      await from('203.0.113.2').expect(200);
    } finally {
      await behind.close();
    }
  });
});

describe('with limits disabled for a load test', () => {
  it('nothing is counted but wrong sign-ins', async () => {
    const free = await testApp({
      features,
      environment: {
        RATE_LIMIT_DISABLED: 'true',
        RATE_LIMIT_DOCUMENT_WRITES_PER_HOUR: '1',
        RATE_LIMIT_MAGIC_LINKS_PER_HOUR: '1',
      },
    });
    try {
      await signedIn('load', free);
      const browser = await signedIn('load', free);
      await write(browser).expect(201);
      await write(browser).expect(201);
      const wrong = () =>
        browser.send('post', '/auth/verify-magic-link', {
          email: 'load@example.org',
          code: '22222222',
        });
      for (let count = 0; count < 5; count += 1) await wrong().expect(401);
      await wrong().expect(429);
    } finally {
      await free.close();
    }
  });
});
