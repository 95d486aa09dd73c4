import { JobFixture, type Student } from '../../testing/jobs/job-fixture';
import { mailsIn } from '../../testing/mailbox';
import { testApp, type TestApp } from '../../testing/test-app';
import { MailModule } from '../../mail';
import { OutboxRelayModule } from '../../outbox';
import { OutboxRelay } from '../../outbox/outbox-relay';
import { JobWriter } from '../job-writer';
import { JobsCoreModule } from '../jobs-core.module';
import { JobsModule } from '../jobs.module';
import { JobEndedMail } from './job-ended-mail';
import { COMPLETED, endingOf, failed, type JobEnding } from './job-ending';
import { ProblemException } from '../../common';

let target: TestApp;
let jobs: JobFixture;
let student: Student;

beforeAll(async () => {
  const imports = [JobsModule, JobsCoreModule, MailModule, OutboxRelayModule];
  target = await testApp({ features: { imports, providers: [JobEndedMail] } });
  jobs = new JobFixture(target);
});

beforeEach(async () => {
  student = await jobs.student();
});

afterAll(() => target.close());

const query = (sql: string, parameters: unknown[]) =>
  target.database.dataSource.query<unknown[]>(sql, parameters);

/** A job that began so long ago, and is running. */
async function running(seconds: number) {
  const documentId = await jobs.document(student, ['One']);
  const { jobId } = await jobs.start(student, documentId);
  await query(
    `update jobs set status = 'running', requested_at = now() - $2 * interval '1 s' where id = $1`,
    [jobId, seconds],
  );
  return { jobId, documentId };
}

async function end(job: { jobId: string; documentId: string }, ending: JobEnding): Promise<void> {
  const writer = target.app.get(JobWriter, { strict: false });
  await writer.transaction(job.documentId, (manager) => writer.apply(manager, job.jobId, ending));
}

/** Mails the student got, after the relay has looked around. */
async function mails() {
  await target.app.get(OutboxRelay, { strict: false }).relay();
  const all = await mailsIn(target.config.mail.directory).catch(() => []);
  return all.filter(({ to }) => JSON.stringify(to).includes(student.userId));
}

const SPENT = endingOf(new ProblemException('TOKEN_LIMIT', 'Spent for today.'));

describe('the end of a long job', () => {
  it.each([
    ['completed', COMPLETED, 'your document is written', 'text'],
    ['failed', failed('MODEL_FAILED', 'No answer.'), 'has stopped', 'writing'],
    ['paused', SPENT, 'is paused', 'writing'],
  ])('is mailed once when it is %s, with the way back', async (_, ending, subject, page) => {
    const job = await running(3600);
    await end(job, ending);
    await mails();
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail?.subject).toContain(subject);
    const link = `${target.config.http.publicUrl}/documents/${job.documentId}/${page}`;
    expect(mail?.text).toContain(link);
    expect(mail?.html).toContain(link);
    expect(mail?.text).toContain('On learning');
  });

  it('is not mailed to who has objected, until that is taken back', async () => {
    const object = (decision: string) =>
      query(
        `insert into consents (id, user_id, purpose, decision, version, locale, via)
         values (gen_random_uuid(), $1, 'job-mails', $2, 1, 'en', 'account')`,
        [student.userId, decision],
      );
    await object('withdrawn');
    await end(await running(3600), COMPLETED);
    expect(await mails()).toEqual([]);
    await object('given');
    await end(await running(3600), COMPLETED);
    expect(await mails()).toHaveLength(1);
  });

  it.each([
    ['uk', 'ваш документ написано'],
    ['it', 'il tuo documento è scritto'],
    ['xx', 'your document is written'],
  ])('is told in the language of the account: %s', async (locale, subject) => {
    await query('update users set locale = $2 where id = $1', [student.userId, locale]);
    await end(await running(61), COMPLETED);
    expect((await mails())[0]?.subject).toContain(subject);
  });

  it('is told again when the job goes on and ends again', async () => {
    const job = await running(3600);
    await end(job, SPENT);
    expect(await mails()).toHaveLength(1);
    await jobs.command(student, job.jobId, 'resume');
    await query(
      `update jobs set status = 'running', requested_at = now() - interval '1 h' where id = $1`,
      [job.jobId],
    );
    await end(job, COMPLETED);
    expect(await mails()).toHaveLength(2);
  });

  it('that did not take long, or was the owner’s own word, is not mailed', async () => {
    await end(await running(50), COMPLETED);
    const cancelled = await running(3600);
    await jobs.command(student, cancelled.jobId, 'cancel');
    const lost = endingOf(new ProblemException('TOKEN_LIMIT', ''));
    await end(cancelled, {
      ...lost,
      status: 'cancelled',
      stage: 'cancelled',
      message: 'cancelled',
    });
    expect(await mails()).toEqual([]);
  });

  it('is not told of a job that goes on, of a document that is gone, to who is blocked', async () => {
    const resumed = await running(3600);
    await end(resumed, SPENT);
    await jobs.command(student, resumed.jobId, 'resume');
    const removed = await running(3600);
    await end(removed, COMPLETED);
    await jobs.remove(removed.documentId);
    expect(await mails()).toEqual([]);
    await end(await running(3600), COMPLETED);
    await query('update users set blocked_at = now() where id = $1', [student.userId]);
    expect(await mails()).toEqual([]);
  });
});
