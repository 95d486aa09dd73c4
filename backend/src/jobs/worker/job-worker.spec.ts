import { setTimeout as delay } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { JobFixture, type Student } from '../../testing/jobs/job-fixture';
import { startTestWorker } from '../../testing/jobs/test-worker';
import { testApp, type TestApp } from '../../testing/test-app';
import { JobsModule } from '../jobs.module';

jest.setTimeout(20_000);

let target: TestApp;
let jobs: JobFixture;
let worker: INestApplicationContext;
let student: Student;

beforeAll(async () => {
  const environment = { RATE_LIMIT_DISABLED: 'true' };
  target = await testApp({ features: { imports: [JobsModule] }, environment });
  jobs = await new JobFixture(target).prepare();
  student = await jobs.student();
  worker = await startTestWorker(target.config);
});

afterAll(async () => {
  await worker.close();
  await target.close();
});

async function started(titles?: string[]) {
  const documentId = await jobs.document(student, titles);
  const { jobId } = await jobs.start(student, documentId);
  return { documentId, jobId };
}

/** A job that is not worked on. */
async function idle(titles: string[]) {
  const job = await started(titles);
  await jobs.until(student, job.jobId, ended('completed'));
  await jobs.unwrite(job.documentId);
  return job;
}

const ended = (status: string) => (job: { status: string }) => job.status === status;

const statuses = async (documentId: string) =>
  (await jobs.sections(documentId)).map(({ status }) => status);

describe('a job', () => {
  it('makes an outline, writes every section and completes the document', async () => {
    const { documentId, jobId } = await started();
    const done = await jobs.until(student, jobId, ended('completed'));
    expect(done).toMatchObject({
      stage: 'completed',
      progress: 100,
      sectionsDone: 3,
      sectionsTotal: 3,
      tokensUsed: 37,
      queuePosition: null,
      etaSeconds: null,
    });
    expect(await statuses(documentId)).toEqual(['written', 'written', 'written']);
    expect(await jobs.documentStatus(documentId)).toBe('completed');
    const numbers = await jobs.eventNumbers(jobId);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('keeps the outline and the texts that the student has made', async () => {
    const documentId = await jobs.document(student, ['Mine', 'Theirs']);
    await jobs.edit(documentId, 'Mine');
    const { jobId } = await jobs.start(student, documentId);
    await jobs.until(student, jobId, ended('completed'));
    const [mine, theirs] = await jobs.sections(documentId);
    expect(mine).toMatchObject({ content: 'My own words.', status: 'edited' });
    expect(theirs).toMatchObject({ title: 'Theirs', status: 'written' });
  });

  it('keeps what the student writes into a section while it is being written', async () => {
    const { documentId, jobId } = await started(['held: mine', 'Next']);
    await jobs.eventually(async () => (await jobs.drafted()).includes('held: mine'));
    await jobs.edit(documentId, 'held: mine');
    await jobs.release('held: mine');
    const done = await jobs.until(student, jobId, ended('completed'));
    expect(done).toMatchObject({ sectionsDone: 2 });
    expect((await jobs.sections(documentId))[0]).toMatchObject({ content: 'My own words.' });
  });

  it('fails with the names of the sections that no source speaks about', async () => {
    const { documentId, jobId } = await started(['off topic: Mars', 'Spacing', 'off topic: Io']);
    const { error, sectionsDone } = await jobs.until(student, jobId, ended('failed'));
    expect(sectionsDone).toBe(1);
    expect(error?.code).toBe('SOURCES_OFF_TOPIC');
    expect(error?.detail).toContain('“off topic: Mars”, “off topic: Io”');
    expect(await statuses(documentId)).toEqual(['planned', 'written', 'planned']);
    expect(await jobs.documentStatus(documentId)).toBe('outlined');
  });

  it('pauses when the tokens of the day are spent, and goes on when resumed', async () => {
    const { documentId, jobId } = await started(['First', 'out of tokens', 'Third']);
    const paused = await jobs.until(student, jobId, ended('paused'));
    expect(paused.error?.code).toBe('TOKEN_LIMIT');
    expect(await jobs.documentStatus(documentId)).toBe('outlined');
    await jobs.rename(documentId, 'out of tokens', 'Second');
    await jobs.command(student, jobId, 'resume');
    await jobs.until(student, jobId, ended('completed'));
    expect((await jobs.drafted()).filter((title) => title === 'First')).toHaveLength(1);
  });

  it('rests while its owner is blocked, and goes on afterwards', async () => {
    const { documentId, jobId } = await started(['Before', 'held: block', 'After']);
    await jobs.eventually(async () => (await jobs.drafted()).includes('held: block'));
    await jobs.block(student, true);
    // longer than a worker takes to look whether it is still wanted
    await delay(1000);
    await jobs.release('held: block');
    await delay(500);
    expect(await statuses(documentId)).toEqual(['written', 'planned', 'planned']);
    await jobs.block(student, false);
    await jobs.until(student, jobId, ended('completed'));
  });

  it('fails when the model does, keeping what is finished', async () => {
    const { documentId, jobId } = await started(['Good', 'no model', 'Never']);
    const failed = await jobs.until(student, jobId, ended('failed'));
    expect(failed.error?.code).toBe('MODEL_FAILED');
    expect(await statuses(documentId)).toEqual(['written', 'planned', 'planned']);
  });

  it('does not call a document without any text complete', async () => {
    const documentId = await jobs.document(student, []);
    const { jobId } = await jobs.start(student, documentId);
    const failed = await jobs.until(student, jobId, ended('failed'));
    expect(failed.error?.code).toBe('NO_OUTLINE');
  });
});

describe('cancelling', () => {
  it('ends a job within two seconds, in the middle of a model call', async () => {
    const { documentId, jobId } = await started(['Quick', 'slow section']);
    await jobs.until(student, jobId, ({ sectionsDone }) => sectionsDone === 1);
    const since = performance.now();
    await jobs.command(student, jobId, 'cancel');
    await jobs.until(student, jobId, ended('cancelled'));
    expect(performance.now() - since).toBeLessThan(2_000);
    expect(await statuses(documentId)).toEqual(['written', 'planned']);
    expect(await jobs.documentStatus(documentId)).toBe('outlined');
    await jobs.rename(documentId, 'slow section', 'Brisk');
    await jobs.command(student, jobId, 'resume');
    await jobs.until(student, jobId, ended('completed'));
    expect((await jobs.drafted()).filter((title) => title === 'Quick')).toHaveLength(1);
  });

  it('writes nothing of a step that does not listen', async () => {
    const { documentId, jobId } = await started(['held: deaf']);
    await jobs.eventually(async () => (await jobs.drafted()).includes('held: deaf'));
    await jobs.command(student, jobId, 'cancel');
    await jobs.release('held: deaf');
    await jobs.until(student, jobId, ended('cancelled'));
    expect(await statuses(documentId)).toEqual(['planned']);
  });
});

describe('deleting a document', () => {
  it('ends its job quietly', async () => {
    const { documentId, jobId } = await started(['slow section']);
    await jobs.until(student, jobId, ({ stage }) => stage === 'sections');
    await jobs.remove(documentId);
    const next = await started(['Another']);
    await jobs.until(student, next.jobId, ended('completed'));
    expect(await jobs.eventNumbers(jobId)).toEqual([]);
  });
});

describe('Redis', () => {
  it('may be flushed while a job waits: the job is found in PostgreSQL', async () => {
    const slow = await Promise.all(Array.from({ length: 4 }, () => started(['slow section'])));
    await Promise.all(
      slow.map(({ jobId }) => jobs.until(student, jobId, ({ stage }) => stage === 'sections')),
    );
    const { jobId } = await started(['Waits']);
    await jobs.forgetRings();
    for (const busy of slow) await jobs.command(student, busy.jobId, 'cancel');
    await jobs.until(student, jobId, ended('completed'));
  });
});

describe('a job that takes its workers down', () => {
  it('goes on after two lost workers, and forgets them when it gets ahead', async () => {
    const { documentId, jobId } = await idle(['First', 'Second']);
    await jobs.crash(jobId, 2);
    await jobs.until(student, jobId, ended('completed'));
    expect(await statuses(documentId)).toEqual(['written', 'written']);
    expect(await jobs.crashes(jobId)).toBe(0);
  });

  it('fails after three, in plain words, and can be resumed', async () => {
    const { documentId, jobId } = await idle(['First']);
    await jobs.crash(jobId, 3);
    const { error } = await jobs.until(student, jobId, ended('failed'));
    expect(error?.code).toBe('WORKER_CRASHED');
    expect(await jobs.documentStatus(documentId)).toBe('outlined');
    await jobs.command(student, jobId, 'resume');
    await jobs.until(student, jobId, ended('completed'));
  });
});
