import { JobFixture, type Student } from '../../testing/jobs/job-fixture';
import { WorkerProcess } from '../../testing/jobs/worker-process';
import { testApp, type TestApp } from '../../testing/test-app';
import { JobsModule } from '../jobs.module';

jest.setTimeout(40_000);

let target: TestApp;
let jobs: JobFixture;
let student: Student;
let jobCount = 0;
const workers: WorkerProcess[] = [];

beforeAll(async () => {
  const environment = { RATE_LIMIT_DISABLED: 'true' };
  target = await testApp({ features: { imports: [JobsModule] }, environment });
  jobs = await new JobFixture(target).prepare();
  student = await jobs.student();
});

afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.end('SIGKILL')));
});

afterAll(() => target.close());

async function startWorker(): Promise<WorkerProcess> {
  const { database, redisUrl, config } = target;
  const worker = await WorkerProcess.start({
    DATABASE_URL: database.url,
    REDIS_URL: redisUrl,
    TESIGO_DATA_DIR: config.dataDir,
    JWT_SECRET: config.auth.jwtSecrets[0],
    LOG_LEVEL: 'silent',
  });
  workers.push(worker);
  return worker;
}

/** A job whose worker is in the middle of its third section. */
async function startedMidway(script: 'held' | 'slow') {
  jobCount += 1;
  const middle = `${script} ${String(jobCount)}`;
  const titles = [`One ${middle}`, `Two ${middle}`, middle, `Four ${middle}`];
  const documentId = await jobs.document(student, titles);
  const { jobId } = await jobs.start(student, documentId);
  await jobs.eventually(async () => (await jobs.drafted()).includes(middle));
  return { documentId, jobId, titles, middle };
}

const completed = ({ status }: { status: string }) => status === 'completed';

const writersOf = async (documentId: string) =>
  (await jobs.sections(documentId)).map(({ content }) => Number(/\d+/.exec(content)?.[0]));

async function draftsOf(titles: readonly string[]): Promise<number[]> {
  const drafted = await jobs.drafted();
  return titles.map((title) => drafted.filter((one) => one === title).length);
}

async function expectWholeLog(jobId: string): Promise<void> {
  const numbers = await jobs.eventNumbers(jobId);
  expect(numbers).toEqual(numbers.map((_, index) => index + 1));
}

describe('a job whose worker', () => {
  it('is killed is finished by another, which repeats no finished section', async () => {
    const first = await startWorker();
    const { documentId, jobId, titles, middle } = await startedMidway('held');
    await first.end('SIGKILL');
    await jobs.release(middle);
    const second = await startWorker();
    await jobs.until(student, jobId, completed);
    expect(await writersOf(documentId)).toEqual([first.pid, first.pid, second.pid, second.pid]);
    expect(await draftsOf(titles)).toEqual([1, 1, 2, 1]);
    await expectWholeLog(jobId);
  });

  it('is stopped beyond its lease goes on with another, and the zombie writes nothing', async () => {
    const zombie = await startWorker();
    const { documentId, jobId, titles, middle } = await startedMidway('held');
    zombie.signal('SIGSTOP');
    const second = await startWorker();
    await jobs.eventually(async () => (await draftsOf(titles))[2] === 2);
    zombie.signal('SIGCONT');
    await jobs.release(middle);
    await jobs.until(student, jobId, completed);
    expect(zombie.exited).toBe(false);
    expect(await writersOf(documentId)).toEqual([zombie.pid, zombie.pid, second.pid, second.pid]);
    expect(await draftsOf(titles)).toEqual([1, 1, 2, 1]);
    await expectWholeLog(jobId);
  });

  it('shuts down is handed over at once, and nobody counts it as a crash', async () => {
    const first = await startWorker();
    const second = await startWorker();
    const { documentId, jobId } = await startedMidway('slow');
    const [leaving, staying] =
      (await writersOf(documentId))[0] === first.pid ? [first, second] : [second, first];
    const since = performance.now();
    await leaving.end('SIGTERM');
    expect(performance.now() - since).toBeLessThan(2_000);
    await jobs.until(student, jobId, ({ status }) => status === 'running');
    expect(performance.now() - since).toBeLessThan(3_000);
    expect(await jobs.crashes(jobId)).toBe(0);
    await jobs.command(student, jobId, 'cancel');
    await jobs.until(student, jobId, ({ status }) => status === 'cancelled');
    expect(staying.exited).toBe(false);
  });

  it('is killed while it cancels is cancelled all the same', async () => {
    const worker = await startWorker();
    const { jobId } = await startedMidway('held');
    worker.signal('SIGSTOP');
    await jobs.command(student, jobId, 'cancel');
    await worker.end('SIGKILL');
    await startWorker();
    await jobs.until(student, jobId, ({ status }) => status === 'cancelled');
  });
});
