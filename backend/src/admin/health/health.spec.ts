import { newId } from '../../common';
import { GenerationModule } from '../../generation';
import { JobFixture } from '../../testing/jobs/job-fixture';
import { startTestWorker } from '../../testing/jobs/test-worker';
import { TcpProxy } from '../../testing/tcp-proxy';
import { testApp, type TestApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import { testRedisUrl } from '../../testing/test-redis';
import { AdminModule } from '../admin.module';
import type { AdminHealth } from '../dto/health';

const DEAN = 'dean@example.org';

let target: TestApp;
let network: TcpProxy;
let dean: TestClient;
let jobs: JobFixture;

beforeAll(async () => {
  network = new TcpProxy(new URL(testRedisUrl()));
  target = await testApp({
    features: { imports: [AdminModule, GenerationModule] },
    environment: {
      ADMIN_EMAILS: DEAN,
      OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
      LLM_MODELS: 'first,second',
      // whose workers are counted
      REDIS_PREFIX: `health-${newId()}`,
    },
    redisServer: (await network.listen()).replace(/\/$/, ''),
  });
  dean = await new TestClient(target).signIn(DEAN);
  jobs = await new JobFixture(target).prepare();
});

afterAll(async () => {
  await target.close();
  network.close();
});

const health = async () =>
  (await dean.send('get', '/admin/health').expect(200)).body as AdminHealth;

it('health shows every part of readiness, the queue, its workers and the models', async () => {
  const student = await jobs.student();
  const { jobId } = await jobs.start(student, await jobs.document(student, ['held']));
  await jobs.query(`update jobs set requested_at = now() - interval '90 s'`);
  const waiting = await health();
  expect(waiting).toMatchObject({
    ...{ ready: true, detail: null, workers: 0 },
    queue: { depth: 1, liveLeases: 0, lapsedLeases: 0 },
    breakers: [
      { model: 'first', state: 'closed' },
      { model: 'second', state: 'closed' },
    ],
  });
  expect(waiting.queue?.oldestSeconds).toBeGreaterThanOrEqual(90);
  expect(waiting.version).toMatch(/^\d+\.\d+\.\d+/);
  expect(waiting.parts.map(({ name, state }) => [name, state])).toEqual(
    expect.arrayContaining([
      ['database', 'up'],
      ['redis', 'up'],
      ['queue', 'up'],
      ['storage', 'up'],
      ['migrations', 'up'],
    ]),
  );
  const asked = waiting.parts.filter(({ name }) => name !== 'migrations');
  for (const { latencyMs } of asked) expect(latencyMs).toBeLessThan(2000);
  const worker = await startTestWorker(target.config);
  await jobs.until(student, jobId, ({ status }) => status === 'running');
  expect(await health()).toMatchObject({ workers: 1, queue: { depth: 0, liveLeases: 1 } });
  await jobs.release('held');
  await jobs.until(student, jobId, ({ status }) => status === 'completed');
  await worker.close();
});

it('health is shown also while a part is away', async () => {
  network.cut();
  const { ready, parts, workers, queue } = await health();
  expect(ready).toBe(false);
  expect(parts).toContainEqual({ name: 'redis', state: 'down', latencyMs: null });
  expect(parts.find(({ name }) => name === 'database')).toMatchObject({ state: 'up' });
  expect(workers).toBeNull();
  expect(queue).not.toBeNull();
  network.mend();
}, 20_000);
