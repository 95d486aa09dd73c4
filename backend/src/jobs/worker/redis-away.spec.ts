import type { INestApplicationContext } from '@nestjs/common';
import { JobFixture, type Student } from '../../testing/jobs/job-fixture';
import { ProgressListener } from '../../testing/jobs/progress-listener';
import { startTestWorker } from '../../testing/jobs/test-worker';
import { TcpProxy } from '../../testing/tcp-proxy';
import { testApp, type TestApp } from '../../testing/test-app';
import { testRedisUrl } from '../../testing/test-redis';
import { JobsModule } from '../jobs.module';

let redis: TcpProxy;
let target: TestApp;
let jobs: JobFixture;
let worker: INestApplicationContext;
let student: Student;

beforeAll(async () => {
  redis = new TcpProxy(new URL(testRedisUrl()));
  const environment = {
    REDIS_URL: `${await redis.listen()}?keyPrefix=redis-away-${String(process.pid)}`,
    RATE_LIMIT_DISABLED: 'true',
  };
  target = await testApp({ features: { imports: [JobsModule] }, environment });
  jobs = await new JobFixture(target).prepare();
  student = await jobs.student();
  worker = await startTestWorker(target.config);
});

afterAll(async () => {
  await worker.close();
  await target.close();
  redis.close();
});

const completed = ({ status }: { status: string }) => status === 'completed';

describe('while Redis is away', () => {
  it('a running job goes on, and its listeners are told within seconds', async () => {
    const documentId = await jobs.document(student, ['held: on', 'Then']);
    const { jobId } = await jobs.start(student, documentId);
    const listener = await ProgressListener.connect(target, documentId);
    listener.signIn(student.accessToken);
    await jobs.eventually(async () => (await jobs.drafted()).includes('held: on'));
    redis.cut();
    await jobs.release('held: on');
    await jobs.until(student, jobId, completed);
    await listener.until(({ types }) => types.includes('done'));
    listener.socket.close();
    redis.mend();
  }, 15_000);

  it('a job is accepted, and written when Redis is back', async () => {
    const documentId = await jobs.document(student, ['Later']);
    redis.cut();
    const { jobId } = await jobs.start(student, documentId);
    redis.mend();
    await jobs.until(student, jobId, completed);
  }, 15_000);
});
