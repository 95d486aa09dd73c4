import request from 'supertest';
import { DataSource } from 'typeorm';
import { Storage } from '../storage';
import { TcpProxy } from '../testing/tcp-proxy';
import { testApp, type TestApp } from '../testing/test-app';
import { testRedisUrl } from '../testing/test-redis';
import { HealthModule } from './health.module';
import { Readiness } from './readiness';
import { ShutdownNotice } from './shutdown-notice';

let redis: TcpProxy;
let target: TestApp;

beforeAll(async () => {
  redis = new TcpProxy(new URL(testRedisUrl()));
  const environment = { REDIS_URL: await redis.listen() };
  target = await testApp({ features: { imports: [HealthModule] }, environment });
});

afterEach(() => {
  jest.restoreAllMocks();
  redis.mend();
});

afterAll(async () => {
  await target.close();
  redis.close();
});

const ready = () => request(target.server).get('/health/ready');

const becomes = async (status: number) => {
  for (let tries = 0; tries < 50; tries += 1) if ((await ready()).status === status) return;
};

describe('health', () => {
  it('is live without credentials, and never cached', async () => {
    const { headers, body } = await request(target.server).get('/health/live').expect(200);
    expect(body).toEqual({ status: 'ok' });
    expect(headers['cache-control']).toContain('no-store');
  });

  it('is ready when every store answers, and never cached', async () => {
    const { headers, body } = await ready().expect(200);
    expect(body).toMatchObject({
      status: 'ok',
      details: {
        database: { status: 'up' },
        redis: { status: 'up' },
        queue: { status: 'up' },
        storage: { status: 'up' },
        migrations: { status: 'up' },
      },
    });
    expect(headers['cache-control']).toContain('no-store');
  });

  it('names Redis when it is away, and recovers', async () => {
    redis.cut();
    const { headers, body } = await ready().expect(503);
    expect(headers['cache-control']).toContain('no-store');
    expect(headers['content-type']).toContain('application/problem+json');
    expect(body).toMatchObject({
      code: 'UNAVAILABLE',
      detail: 'Not ready: no answer from redis, queue.',
      errors: [
        { pointer: '/redis', message: 'down' },
        { pointer: '/queue', message: 'down' },
      ],
    });
    redis.mend();
    await becomes(200);
    await ready().expect(200);
  }, 15_000);

  it('names the storage when it fails or hangs, but not why', async () => {
    const storage = target.app.get(Storage, { strict: false });
    const check = jest.spyOn(storage, 'check').mockRejectedValue(new Error('EACCES /secret'));
    const failed = await ready().expect(503);
    expect(failed.text).toContain('storage');
    expect(failed.text).not.toContain('secret');
    check.mockReturnValue(new Promise(() => undefined));
    await ready().expect(503);
  });

  it('names the database when it cannot be asked, and recovers', async () => {
    const dataSource = target.app.get(DataSource);
    await dataSource.destroy();
    const { body } = await ready().expect(503);
    expect(body).toMatchObject({ detail: 'Not ready: no answer from database.' });
    await dataSource.initialize();
    await ready().expect(200);
  });

  it('is not ready for a version that the database has not been migrated for', async () => {
    const { dataSource } = target.database;
    const [last] = await dataSource.query<{ id: number; name: string }[]>(
      'select id, name from migrations order by id desc limit 1',
    );
    await dataSource.query('update migrations set name = $2 where id = $1', [last?.id, 'Other']);
    const { body } = await ready().expect(503);
    expect(body).toMatchObject({
      detail: 'Not ready: 1 migrations of the database are pending.',
      errors: [{ pointer: '/migrations', message: 'pending' }],
    });
    await dataSource.query('update migrations set name = $2 where id = $1', [last?.id, last?.name]);
    await ready().expect(200);
  });

  it('has started once it has been ready, whatever comes after', async () => {
    const startup = () => request(target.server).get('/health/startup');
    const readiness = target.app.get(Readiness, { strict: false });
    const check = jest.spyOn(target.app.get(Storage, { strict: false }), 'check');
    Object.assign(readiness, { started: false });
    check.mockRejectedValue(new Error('not yet'));
    await startup().expect(503);
    check.mockRestore();
    await startup().expect(200);
    jest.spyOn(readiness, 'check').mockRejectedValue(new Error('down again'));
    await startup().expect(200);
  });

  it('says that it is shutting down, while it still answers', async () => {
    const { app } = target;
    await app.get(ShutdownNotice, { strict: false }).beforeApplicationShutdown();
    const { body, headers } = await ready().expect(503);
    expect(body).toMatchObject({ detail: 'Not ready: this process is shutting down.' });
    expect(headers['connection']).toBe('close');
    await request(target.server).get('/health/live').expect(200);
  });
});
