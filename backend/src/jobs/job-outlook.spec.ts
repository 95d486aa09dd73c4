import { JobFixture, type Student } from '../testing/jobs/job-fixture';
import { ProgressListener } from '../testing/jobs/progress-listener';
import { testApp, type TestApp } from '../testing/test-app';
import { JobWriter } from './job-writer';
import { JobsModule } from './jobs.module';

let target: TestApp;
let jobs: JobFixture;
let student: Student;

beforeAll(async () => {
  const features = { imports: [JobsModule] };
  target = await testApp({ features, environment: { RATE_LIMIT_DISABLED: 'true' } });
  jobs = new JobFixture(target);
  student = await jobs.student();
});

afterEach(() => query('delete from jobs'));

afterAll(() => target.close());

const query = (sql: string, parameters: unknown[] = []) =>
  target.database.dataSource.query<unknown[]>(sql, parameters);

async function started(by = student): Promise<string> {
  const documentId = await jobs.document(by, ['One', 'Two', 'Three', 'Four']);
  return (await jobs.start(by, documentId)).jobId;
}

const isRunning = (jobId: string, done: number, total: number) =>
  query(
    `update jobs set status = 'running', lease_until = now() + interval '1 min',
       sections_done = $2, sections_total = $3 where id = $1`,
    [jobId, done, total],
  );

/** A finished step of a job. */
const step = (jobId: string, name: string, writer: string, seconds: number, atOnce?: number) =>
  query('insert into job_steps (job_id, step, result, duration_ms) values ($1, $2, $3, $4)', [
    jobId,
    name,
    JSON.stringify({ writer, atOnce }),
    seconds * 1000,
  ]);

const eta = async (jobId: string) => (await jobs.status(student, jobId)).etaSeconds;

describe('the place in the queue', () => {
  it('goes round the owners, and is told only while the job waits', async () => {
    const other = await jobs.student();
    const [first, second] = [await started(), await started()];
    const third = await started(other);
    const place = async (by: Student, id: string) => (await jobs.status(by, id)).queuePosition;
    expect(await place(other, third)).toBe(2);
    expect(await place(student, first)).toBe(1);
    expect(await place(student, second)).toBe(3);
    await isRunning(first, 0, 4);
    expect(await place(student, first)).toBeNull();
  });
});

describe('the time to go', () => {
  it('is learnt from this job’s own sections first', async () => {
    const [jobId, other] = [await started(), await started()];
    await isRunning(jobId, 1, 4);
    await step(other, 'section:a', 'large', 100);
    expect(await eta(jobId)).toBe(300);
    await step(jobId, 'section:b', 'small', 10);
    expect(await eta(jobId)).toBe(30);
  });

  it('is before them learnt from others by the same model', async () => {
    const [jobId, other] = [await started(), await started()];
    await isRunning(jobId, 0, 4);
    await step(other, 'section:a', 'large', 100);
    await step(other, 'section:b', 'small', 10);
    await step(jobId, 'outline', 'small', 1);
    expect(await eta(jobId)).toBe(40);
  });

  it('counts sections that are written at the same time together', async () => {
    const jobId = await started();
    await isRunning(jobId, 2, 10);
    await step(jobId, 'section:a', 'large', 60, 4);
    await step(jobId, 'section:b', 'large', 20, 4);
    expect(await eta(jobId)).toBe(80);
  });

  it('comes to listeners with the newest event, not with those of the past', async () => {
    const documentId = await jobs.document(student, ['One', 'Two', 'Three', 'Four']);
    const { jobId } = await jobs.start(student, documentId);
    await isRunning(jobId, 1, 4);
    await step(jobId, 'section:a', 'small', 10);
    const writer = target.app.get(JobWriter, { strict: false });
    await writer.transaction(documentId, (manager) =>
      writer.apply(manager, jobId, {
        status: 'running',
        from: ['running'],
        stage: 'sections',
        message: 'sectionStarted',
      }),
    );
    const listener = await ProgressListener.connect(target, documentId);
    listener.signIn(student.accessToken);
    await listener.until(({ numbers }) => numbers.length === 2);
    const [, past, newest] = listener.messages;
    expect(past).not.toHaveProperty('etaSeconds');
    expect(newest).toMatchObject({ type: 'progress', seq: 2, etaSeconds: 30 });
    listener.socket.close();
  });

  it('is unknown where nothing was written yet', async () => {
    const jobId = await started();
    await isRunning(jobId, 0, 4);
    expect(await eta(jobId)).toBeNull();
  });
});
