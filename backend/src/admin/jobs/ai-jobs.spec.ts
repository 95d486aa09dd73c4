import { newId } from '../../common';
import { JobsModule } from '../../jobs';
import { JobFixture, type Student } from '../../testing/jobs/job-fixture';
import { testApp, type TestApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import { AdminModule } from '../admin.module';

const DEAN = 'dean@example.org';

let target: TestApp;
let dean: TestClient;
let jobs: JobFixture;

beforeAll(async () => {
  const environment = { ADMIN_EMAILS: DEAN };
  target = await testApp({ features: { imports: [AdminModule, JobsModule] }, environment });
  dean = await new TestClient(target).signIn(DEAN);
  jobs = new JobFixture(target);
});

afterAll(() => target.close());

interface Jobs {
  total: number;
  items: { id: string; status: string; userEmail: string; reason?: string }[];
}

const list = async (query: string, path = 'ai-jobs') =>
  (await dean.send('get', `/admin/${path}?${query}`).expect(200)).body as Jobs;

/** A job of a student; of a new one, unless one is named. */
async function started(owner?: Student) {
  const student = owner ?? (await jobs.student());
  const documentId = await jobs.document(student, ['A chapter']);
  const { jobId } = await jobs.start(student, documentId);
  return { student, documentId, jobId };
}

const update = (jobId: string, set: string) =>
  jobs.query(`update jobs set ${set} where id = $1`, [jobId]);

describe('jobs of all users', () => {
  it('are found by state, user and document, in the order that is asked for', async () => {
    const { student, documentId, jobId } = await started();
    const other = await started(student);
    await update(other.jobId, `status = 'failed', error_code = 'INTERNAL', tokens_used = 5`);
    const ids = async (query: string) => (await list(query)).items.map(({ id }) => id);
    const { userId } = student;
    expect(await ids(`userId=${userId}`)).toEqual([other.jobId, jobId]);
    expect(await ids(`userId=${userId}&order=asc`)).toEqual([jobId, other.jobId]);
    expect(await ids(`userId=${userId}&sort=tokensUsed&order=asc`)).toEqual([jobId, other.jobId]);
    expect(await ids(`userId=${userId}&status=failed`)).toEqual([other.jobId]);
    expect(await ids(`documentId=${documentId}`)).toEqual([jobId]);
    const page = await list(`userId=${userId}&perPage=1&page=2`);
    expect(page).toMatchObject({ total: 2, items: [{ id: jobId, status: 'queued' }] });
    expect(page.items[0]?.userEmail).toBe(`${userId}@example.org`);
    await dean.send('get', '/admin/ai-jobs?status=lost').expect(422);
    const file = await dean.send('get', `/admin/ai-jobs/export?userId=${userId}`).expect(200);
    expect(file.text.trimEnd().split('\r\n')).toHaveLength(3);
    expect(file.text).toContain('INTERNAL');
  });

  it('can be cancelled and tried again, as far as their states allow', async () => {
    const { student, jobId } = await started();
    const command = (name: string) => dean.send('post', `/admin/ai-jobs/${jobId}/${name}`);
    expect((await command('cancel').expect(200)).body).toMatchObject({ status: 'cancelled' });
    expect((await command('retry').expect(200)).body).toMatchObject({ status: 'queued' });
    expect(await jobs.status(student, jobId)).toMatchObject({ status: 'queued' });
    await update(jobId, `status = 'completed'`);
    for (const name of ['cancel', 'retry']) {
      expect((await command(name).expect(409)).body).toMatchObject({ code: 'INVALID_TRANSITION' });
    }
    await dean.send('post', `/admin/ai-jobs/${newId()}/cancel`).expect(404);
    await dean.send('post', `/admin/ai-jobs/${newId()}/retry`).expect(404);
  });

  it('are not begun twice for one document', async () => {
    const { student, documentId, jobId } = await started();
    await dean.send('post', `/admin/ai-jobs/${jobId}/cancel`).expect(200);
    await jobs.start(student, documentId);
    const { body } = await dean.send('post', `/admin/ai-jobs/${jobId}/retry`).expect(409);
    expect(body).toMatchObject({ code: 'JOB_ACTIVE' });
  });
});

describe('jobs that are stuck', () => {
  const longAgo = async (jobId: string, set = '') => {
    await update(jobId, `requested_at = now() - interval '1 h'${set}`);
    const sql = `update job_events set created_at = now() - interval '1 h' where job_id = $1`;
    await jobs.query(sql, [jobId]);
  };

  it('are shown with what keeps them', async () => {
    const [waiting, lost, silent, fine, blocked] = await Promise.all([
      started(),
      started(),
      started(),
      started(),
      started(),
    ]);
    await longAgo(waiting.jobId);
    await longAgo(lost.jobId, `, status = 'running', lease_until = now() - interval '50 min'`);
    await longAgo(silent.jobId, `, status = 'running', lease_until = now() + interval '1 min'`);
    await longAgo(blocked.jobId);
    await jobs.block(blocked.student, true);
    const { items } = await list('', 'jobs/stuck');
    const reasons = new Map(items.map(({ id, reason }) => [id, reason]));
    expect(reasons.get(waiting.jobId)).toBe('waiting');
    expect(reasons.get(lost.jobId)).toBe('no_worker');
    expect(reasons.get(silent.jobId)).toBe('silent');
    expect(reasons.has(fine.jobId)).toBe(false);
    expect(reasons.has(blocked.jobId)).toBe(false);
    expect((await list('minutes=90', 'jobs/stuck')).total).toBe(0);
    await update(silent.jobId, 'crashes = 2');
    const crashed = await list('sort=crashes&order=desc&perPage=1', 'jobs/stuck');
    expect(crashed.items.map(({ id }) => id)).toEqual([silent.jobId]);
  });
});
