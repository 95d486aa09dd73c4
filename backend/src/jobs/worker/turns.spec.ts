import { JobFixture, type Student } from '../../testing/jobs/job-fixture';
import { testApp, type TestApp } from '../../testing/test-app';
import { JobsModule } from '../jobs.module';
import { JOB_TIMING, jobTiming } from './job-timing';
import { LeaseRepository } from './lease.repository';

let target: TestApp;
let jobs: JobFixture;
let leases: LeaseRepository;

beforeAll(async () => {
  const timing = { provide: JOB_TIMING, useValue: jobTiming(30) };
  target = await testApp({
    features: { imports: [JobsModule], providers: [LeaseRepository, timing] },
    environment: { RATE_LIMIT_DISABLED: 'true' },
  });
  jobs = new JobFixture(target);
  leases = target.app.get(LeaseRepository);
});

afterEach(() => target.database.dataSource.query('delete from jobs'));

afterAll(() => target.close());

async function starts(student: Student, count: number): Promise<string[]> {
  const jobIds: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const documentId = await jobs.document(student, ['One']);
    jobIds.push((await jobs.start(student, documentId)).jobId);
  }
  return jobIds;
}

/** Owners of the next jobs, in the order in which they are taken. */
async function taken(count: number): Promise<(string | undefined)[]> {
  const owners: (string | undefined)[] = [];
  for (let index = 0; index < count; index += 1) {
    owners.push((await leases.claimNext())?.ownerId);
  }
  return owners;
}

const countOf = (owners: (string | undefined)[], { userId }: Student) =>
  owners.filter((owner) => owner === userId).length;

describe('the next job', () => {
  it('is of whoever has the fewest running: many jobs of one hold nobody up', async () => {
    const [busy, ann, ben] = [await jobs.student(), await jobs.student(), await jobs.student()];
    await starts(busy, 12);
    expect(countOf(await taken(4), busy)).toBe(4);
    await starts(ann, 2);
    await starts(ben, 1);
    const next = await taken(3);
    expect(next).toEqual([ann.userId, ben.userId, ann.userId]);
    expect(countOf(await taken(9), busy)).toBe(8);
  });

  it('goes round the users also when many workers ask at the same moment', async () => {
    const [busy, ann] = [await jobs.student(), await jobs.student()];
    await starts(busy, 20);
    await starts(ann, 5);
    const claims = await Promise.all(Array.from({ length: 10 }, () => leases.claimNext()));
    const owners = claims.map((lease) => lease?.ownerId);
    expect(new Set(claims.map((lease) => lease?.jobId)).size).toBe(10);
    expect([countOf(owners, busy), countOf(owners, ann)]).toEqual([5, 5]);
  });

  it('is a more urgent one before any other', async () => {
    const [early, late] = [await jobs.student(), await jobs.student()];
    await starts(early, 2);
    const [jobId] = await starts(late, 1);
    await target.database.dataSource.query('update jobs set priority = 10 where id = $1', [jobId]);
    expect(await taken(2)).toEqual([late.userId, early.userId]);
  });

  it('is the one that was interrupted before its owner’s others', async () => {
    const student = await jobs.student();
    const [first] = await starts(student, 3);
    await leases.claimNext();
    await jobs.expire(first ?? '');
    expect(await leases.claimNext()).toMatchObject({ jobId: first, crashes: 1 });
  });

  it('is nobody’s while its owner is blocked', async () => {
    const student = await jobs.student();
    await starts(student, 1);
    await jobs.block(student, true);
    expect(await leases.claimNext()).toBeUndefined();
  });
});
