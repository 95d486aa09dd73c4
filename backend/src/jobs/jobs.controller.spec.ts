import request from 'supertest';
import { JobFixture, type Student } from '../testing/jobs/job-fixture';
import { testApp, type TestApp } from '../testing/test-app';
import type { AcceptedJob } from './dto/start-job';
import { ACTIVE_STATES, JOB_STATES, type JobState } from './job-state';
import { JobsModule } from './jobs.module';

const UNKNOWN = '01890000-0000-7000-8000-000000000000';

let target: TestApp;
let jobs: JobFixture;
let student: Student;
let stranger: Student;

beforeAll(async () => {
  const environment = { JOBS_PER_USER: '20' };
  target = await testApp({ features: { imports: [JobsModule] }, environment });
  jobs = new JobFixture(target);
  [student, stranger] = await Promise.all([jobs.student(), jobs.student()]);
});

afterAll(() => target.close());

const post = (path: string, { accessToken }: Student, body: object = {}) =>
  request(target.server)
    .post(`/api/v1/jobs${path}`)
    .set('Authorization', `Bearer ${accessToken}`)
    .send(body);

const start = (who: Student, body: object) => post('/generate/document-async', who, body);

const query = (sql: string, parameters: unknown[]) =>
  target.database.dataSource.query<unknown[]>(sql, parameters);

/** Puts a job into a state as if it had come there. */
const put = (jobId: string, state: JobState) =>
  query(
    `update jobs set status = $2, epoch = 1,
       lease_until = case when $2 in ('running', 'cancelling') then now() + interval '1 h' end
     where id = $1`,
    [jobId, state],
  );

describe('starting a job', () => {
  it('answers 202 with where to look, and the document is being generated', async () => {
    const documentId = await jobs.document(student);
    const { body } = await start(student, { documentId, requirements: 'Be brief.' }).expect(202);
    const { jobId, status, checkUrl } = body as AcceptedJob;
    expect({ status, checkUrl }).toEqual({
      status: 'queued',
      checkUrl: `/api/v1/jobs/${jobId}/status`,
    });
    expect(await jobs.documentStatus(documentId)).toBe('generating');
    expect(await jobs.status(student, jobId)).toEqual({
      jobId,
      documentId,
      status: 'queued',
      stage: 'queued',
      progress: 0,
      sectionsDone: 0,
      sectionsTotal: 0,
      tokensUsed: 0,
      queuePosition: 1,
      etaSeconds: null,
    });
    expect(await jobs.eventNumbers(jobId)).toEqual([1]);
  });

  it('makes one job of many simultaneous calls', async () => {
    const documentId = await jobs.document(student);
    const calls = Array.from({ length: 12 }, () => start(student, { documentId }));
    const answers = await Promise.all(calls);
    expect(new Set(answers.map(({ body }) => (body as AcceptedJob).jobId)).size).toBe(1);
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(11).fill(200), 202]);
  });

  it('has so many documents of one user written at a time', async () => {
    const eager = await jobs.student();
    const started: AcceptedJob[] = [];
    for (let count = 0; count < 20; count += 1) {
      const documentId = await jobs.document(eager);
      started.push((await start(eager, { documentId }).expect(202)).body as AcceptedJob);
    }
    const documentId = await jobs.document(eager);
    const refused = await start(eager, { documentId }).expect(429);
    expect(refused.body).toMatchObject({ code: 'JOB_LIMIT' });
    expect(refused.headers['retry-after']).toBe('60');
    await start(student, { documentId: await jobs.document(student) }).expect(202);
    await post(`/${started[0]?.jobId ?? ''}/cancel`, eager).expect(200);
    await start(eager, { documentId }).expect(202);
  });

  it('refuses a document without sources', async () => {
    const documentId = await jobs.document(student);
    await query('delete from sources where document_id = $1', [documentId]);
    const { body } = await start(student, { documentId }).expect(422);
    expect(body).toMatchObject({ code: 'NO_SOURCES' });
    expect(await jobs.documentStatus(documentId)).toBe('draft');
  });

  it("answers 404 for an unknown document and for a stranger's", async () => {
    const documentId = await jobs.document(student);
    await start(stranger, { documentId }).expect(404);
    await start(student, { documentId: UNKNOWN }).expect(404);
    expect(await jobs.documentStatus(documentId)).toBe('draft');
  });

  it.each([
    ['without a document', {}],
    ['with a document that is no identifier', { documentId: 'x' }],
    ['with endless requirements', { documentId: UNKNOWN, requirements: 'x'.repeat(5001) }],
  ])('refuses a request %s', async (_, body) => {
    await start(student, body).expect(422);
  });

  it('needs a sign-in', async () => {
    await request(target.server).post('/api/v1/jobs/generate/document-async').send({}).expect(401);
  });
});

describe('one active job a document', () => {
  it.each(JOB_STATES)('is what the database enforces beside a %s job', async (state) => {
    const documentId = await jobs.document(student);
    const { jobId } = await jobs.start(student, documentId);
    await put(jobId, state);
    const second = query(
      `insert into jobs (id, document_id, owner_id)
       select gen_random_uuid(), document_id, owner_id from jobs where id = $1 returning id`,
      [jobId],
    );
    if (ACTIVE_STATES.includes(state))
      await expect(second).rejects.toMatchObject({ code: '23505' });
    else await expect(second).resolves.toHaveLength(1);
  });
});

describe('steering a job', () => {
  async function inState(state: JobState) {
    const documentId = await jobs.document(student);
    const { jobId } = await jobs.start(student, documentId);
    await put(jobId, state);
    return { documentId, jobId };
  }

  it.each(['queued', 'paused'] as const)('cancels a %s job at once', async (state) => {
    const { documentId, jobId } = await inState(state);
    expect(await jobs.command(student, jobId, 'cancel')).toMatchObject({ status: 'cancelled' });
    expect(await jobs.documentStatus(documentId)).toBe('draft');
  });

  it('shows a running job that is being cancelled as running until its worker lets go', async () => {
    const { jobId } = await inState('running');
    const answer = { status: 'running', stage: 'cancelling' };
    expect(await jobs.command(student, jobId, 'cancel')).toMatchObject(answer);
    expect(await jobs.command(student, jobId, 'cancel')).toMatchObject(answer);
    expect(await jobs.eventNumbers(jobId)).toEqual([1, 2]);
  });

  it.each(['paused', 'failed', 'cancelled'] as const)('resumes a %s job', async (state) => {
    const { documentId, jobId } = await inState(state);
    await query(`update jobs set error_code = 'X', crashes = 3 where id = $1`, [jobId]);
    const resumed = await jobs.command(student, jobId, 'resume');
    expect(resumed).toMatchObject({ jobId, status: 'queued' });
    expect(resumed).not.toHaveProperty('error');
    expect(await jobs.documentStatus(documentId)).toBe('generating');
    expect(await query('select crashes from jobs where id = $1', [jobId])).toEqual([
      { crashes: 0 },
    ]);
  });

  it('does not resume a job beside another active one', async () => {
    const { documentId, jobId } = await inState('failed');
    await jobs.start(student, documentId);
    const { body } = await post(`/${jobId}/resume`, student).expect(409);
    expect(body).toMatchObject({ code: 'JOB_ACTIVE' });
  });

  it.each([
    ['cancel', 'completed'],
    ['cancel', 'failed'],
    ['resume', 'completed'],
    ['resume', 'cancelling'],
  ] as const)('refuses to %s a %s job', async (command, state) => {
    const { jobId } = await inState(state);
    const { body } = await post(`/${jobId}/${command}`, student).expect(409);
    expect(body).toMatchObject({ code: 'INVALID_TRANSITION' });
  });

  it("answers 404 for a stranger's job and for what is no job", async () => {
    const { jobId } = await inState('running');
    await post(`/${jobId}/cancel`, stranger).expect(404);
    await post(`/${jobId}/resume`, stranger).expect(404);
    await post(`/${UNKNOWN}/cancel`, student).expect(404);
    await post('/x/cancel', student).expect(404);
    await request(target.server)
      .get(`/api/v1/jobs/${jobId}/status`)
      .set('Authorization', `Bearer ${stranger.accessToken}`)
      .expect(404);
  });
});
