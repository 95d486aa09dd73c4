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

const ended = (status: string) => (job: { status: string }) => job.status === status;

async function started(title: string, type?: string) {
  const documentId = await jobs.document(student, ['Only']);
  await jobs.retitle(documentId, title, type);
  const { jobId } = await jobs.start(student, documentId);
  return { documentId, jobId };
}

describe('an abstract', () => {
  it('is written last, and once', async () => {
    const { documentId, jobId } = await started('A paper');
    await jobs.until(student, jobId, ended('completed'));
    expect((await jobs.steps(jobId)).at(-1)).toBe('abstract');
    expect(await jobs.abstract(documentId)).toMatchObject({ status: 'written', version: 2 });
    const again = await jobs.start(student, documentId);
    await jobs.until(student, again.jobId, ended('completed'));
    expect(await jobs.steps(again.jobId)).toEqual([]);
    expect(await jobs.abstract(documentId)).toMatchObject({ version: 2 });
  });

  it('is written anew for a text that has changed', async () => {
    const { documentId, jobId } = await started('A paper that grows');
    await jobs.until(student, jobId, ended('completed'));
    await jobs.edit(documentId, 'Only');
    const again = await jobs.start(student, documentId);
    await jobs.until(student, again.jobId, ended('completed'));
    expect(await jobs.steps(again.jobId)).toEqual(['abstract']);
    expect(await jobs.abstract(documentId)).toMatchObject({ version: 3 });
  });

  it('stays away from an essay', async () => {
    const { documentId, jobId } = await started('An essay', 'essay');
    await jobs.until(student, jobId, ended('completed'));
    expect(await jobs.abstract(documentId)).toBeUndefined();
  });

  it('fails the job where no model answers, and is all that a resumed one writes', async () => {
    const { documentId, jobId } = await started('no abstract at first');
    const failed = await jobs.until(student, jobId, ended('failed'));
    expect(failed).toMatchObject({ sectionsDone: 1, error: { code: 'MODEL_FAILED' } });
    expect(await jobs.documentStatus(documentId)).toBe('outlined');
    const [version] = (await jobs.sections(documentId)).map((section) => section.version);
    await jobs.retitle(documentId, 'Now it is written');
    await jobs.command(student, jobId, 'resume');
    await jobs.until(student, jobId, ended('completed'));
    expect(await jobs.abstract(documentId)).toMatchObject({ status: 'written' });
    expect((await jobs.drafted()).filter((title) => title === 'Only')).toHaveLength(4);
    expect((await jobs.sections(documentId))[0]?.version).toBe(version);
  });
});
