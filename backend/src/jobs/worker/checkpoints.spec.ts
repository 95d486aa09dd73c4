import { JobFixture, type Student } from '../../testing/jobs/job-fixture';
import { testApp, type TestApp } from '../../testing/test-app';
import { JobsCoreModule } from '../jobs-core.module';
import { JobsModule } from '../jobs.module';
import { Checkpoints } from './checkpoints';
import { COMPLETED, endingOf } from './job-ending';
import { JOB_TIMING, jobTiming } from './job-timing';
import { Draining, type Lease, LeaseLapsed, LeaseLost } from './lease';
import { LeaseRepository } from './lease.repository';

let target: TestApp;
let jobs: JobFixture;
let student: Student;
let checkpoints: Checkpoints;
let leases: LeaseRepository;

beforeAll(async () => {
  const timing = { provide: JOB_TIMING, useValue: jobTiming(20) };
  const providers = [Checkpoints, LeaseRepository, timing];
  target = await testApp({ features: { imports: [JobsModule, JobsCoreModule], providers } });
  jobs = await new JobFixture(target).prepare();
  student = await jobs.student();
  checkpoints = target.app.get(Checkpoints);
  leases = target.app.get(LeaseRepository);
});

afterAll(() => target.close());

async function claimed() {
  const documentId = await jobs.document(student, ['One']);
  const { jobId } = await jobs.start(student, documentId);
  const lease = await leases.claimNext();
  if (lease === undefined) throw new Error('a new job was not to be had');
  return { documentId, jobId, lease };
}

const STEP = { step: 'section:one', result: {}, content: 'A text.', tokensUsed: 3, durationMs: 1 };

/** Stores a step whose text is `content`. */
const store = (lease: Lease, content: string) =>
  checkpoints.finish(lease, STEP, async (manager) => {
    const sql = 'update sections set content = $2 where document_id = $1';
    await manager.query(sql, [lease.documentId, content]);
    return { stage: 'sections', message: 'sectionWritten' };
  });

describe('claiming a job', () => {
  it('succeeds for exactly one of many workers', async () => {
    const documentId = await jobs.document(student, ['One']);
    await jobs.start(student, documentId);
    const claims = await Promise.all(Array.from({ length: 10 }, () => leases.claimNext()));
    expect(claims.filter((lease) => lease !== undefined)).toHaveLength(1);
  });

  it('is possible again when the lease has run out, with a higher epoch and a crash', async () => {
    const { jobId, lease } = await claimed();
    expect(await leases.claimNext()).toBeUndefined();
    await jobs.expire(jobId);
    expect(await leases.unattended(100)).toContain(jobId);
    expect(await leases.claimNext()).toEqual({ ...lease, epoch: lease.epoch + 1, crashes: 1 });
  });

  it('is not possible when the lease was renewed in time', async () => {
    const { jobId, lease } = await claimed();
    await jobs.expire(jobId);
    expect(await leases.renew([lease])).toEqual(new Set([jobId]));
    expect(await leases.claimNext()).toBeUndefined();
  });
});

describe('a checkpoint', () => {
  it('stores the step, its text and its event together', async () => {
    const { documentId, jobId, lease } = await claimed();
    await store(lease, 'Text.');
    expect(await jobs.sections(documentId)).toMatchObject([{ content: 'Text.' }]);
    expect(await jobs.eventNumbers(jobId)).toEqual([1, 2]);
    expect(await jobs.status(student, jobId)).toMatchObject({ tokensUsed: 3 });
    const hash = `select result->>'sha256' as stored, encode(sha256('A text.'), 'hex') as expected
      from job_steps where job_id = $1`;
    const [step] = await target.database.dataSource.query<{ stored: string; expected: string }[]>(
      hash,
      [jobId],
    );
    expect(step?.stored).toBe(step?.expected);
  });

  it('of a stale epoch writes nothing, however late it comes', async () => {
    const { documentId, jobId, lease } = await claimed();
    await jobs.expire(jobId);
    await leases.claimNext();
    await expect(store(lease, 'From the dead.')).rejects.toBeInstanceOf(LeaseLost);
    await expect(
      checkpoints.announce(lease, { stage: 'sections', message: 'sectionStarted' }),
    ).rejects.toBeInstanceOf(LeaseLost);
    expect(await jobs.sections(documentId)).toMatchObject([{ content: '' }]);
    expect(await jobs.eventNumbers(jobId)).toEqual([1]);
    expect(await leases.held([lease])).toEqual(new Set());
    expect(await leases.renew([lease])).toEqual(new Set());
  });

  it('of a job that is being cancelled, or whose document is gone, writes nothing', async () => {
    const { documentId, jobId, lease } = await claimed();
    await jobs.command(student, jobId, 'cancel');
    await expect(store(lease, 'Too late.')).rejects.toBeInstanceOf(LeaseLost);
    await jobs.remove(documentId);
    await expect(store(lease, 'Too late.')).rejects.toBeInstanceOf(LeaseLost);
  });
});

describe('the end of a run', () => {
  it('hands the job of a blocked owner back, and nobody counts it as a crash', async () => {
    const { jobId, lease } = await claimed();
    await jobs.block(student, true);
    expect(await leases.held([lease])).toEqual(new Set());
    await checkpoints.end(lease, endingOf(new LeaseLost()));
    expect(await leases.claimNext()).toBeUndefined();
    await jobs.block(student, false);
    expect(await leases.claimNext()).toMatchObject({ jobId, crashes: 0 });
  });

  it('confirms a cancellation that came before it, whatever it is', async () => {
    for (const ending of [COMPLETED, endingOf(new Draining()), endingOf(new LeaseLapsed())]) {
      const { jobId, lease } = await claimed();
      await jobs.command(student, jobId, 'cancel');
      expect(await checkpoints.end(lease, ending)).toMatchObject({ status: 'cancelled' });
    }
  });

  it('does not wake a job up that was brought to rest meanwhile', async () => {
    const { jobId, lease } = await claimed();
    await jobs.command(student, jobId, 'cancel');
    await checkpoints.end(lease, endingOf(new LeaseLost()));
    expect(await checkpoints.end(lease, endingOf(new Draining()))).toBeUndefined();
    expect(await jobs.status(student, jobId)).toMatchObject({ status: 'cancelled' });
  });
});
