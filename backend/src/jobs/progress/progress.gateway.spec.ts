import { setTimeout as delay } from 'node:timers/promises';
import { JwtService } from '@nestjs/jwt';
import { EndSession } from '../../auth';
import { JobFixture, type Student } from '../../testing/jobs/job-fixture';
import { ProgressListener } from '../../testing/jobs/progress-listener';
import { testApp, type TestApp } from '../../testing/test-app';
import { type JobChange, JobWriter } from '../job-writer';
import { JobsModule } from '../jobs.module';
import { ProgressGateway } from './progress.gateway';

jest.setTimeout(20_000);

let target: TestApp;
let replica: TestApp;
let jobs: JobFixture;
let student: Student;

beforeAll(async () => {
  const features = { imports: [JobsModule] };
  target = await testApp({ features });
  replica = await testApp({ features, replicaOf: target });
  jobs = new JobFixture(target);
  student = await jobs.student();
});

afterAll(async () => {
  await replica.close();
  await target.close();
});

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Something happens to the job, on the first replica. */
async function change(documentId: string, jobId: string, what: Partial<JobChange> = {}) {
  const writer = target.app.get(JobWriter, { strict: false });
  await writer.transaction(documentId, (manager) =>
    writer.apply(manager, jobId, {
      status: 'running',
      from: ['queued', 'running'],
      stage: 'sections',
      message: 'sectionStarted',
      sectionsTotal: 20,
      ...what,
    }),
  );
}

const end = (documentId: string, jobId: string) =>
  change(documentId, jobId, {
    status: 'completed',
    from: ['running'],
    stage: 'completed',
    message: 'completed',
  });

/** A job whose log has `events` entries. */
async function jobWith(events: number) {
  const documentId = await jobs.document(student);
  const { jobId } = await jobs.start(student, documentId);
  for (let count = 1; count < events; count += 1) await change(documentId, jobId);
  return { documentId, jobId };
}

/** Lengthens a log to `end` events of `size` characters. */
const fill = (jobId: string, end: number, size: number) =>
  target.database.dataSource.query(
    `with log as (insert into job_events (job_id, seq, data)
       select $1, seq, jsonb_build_object('seq', seq, 'message', repeat('x', $3))
       from generate_series(2, $2::int) seq)
     update jobs set last_seq = $2 where id = $1`,
    [jobId, end, size],
  );

const listen = (documentId: string, at = target) => ProgressListener.connect(at, documentId);

describe('listening to progress', () => {
  it('brings a snapshot, then every event in order, then the end, on any replica', async () => {
    const { documentId, jobId } = await jobWith(3);
    const listener = (await listen(documentId, replica)).signIn(student.accessToken);
    await listener.until(({ numbers }) => numbers.length === 3);
    for (let count = 0; count < 10; count += 1) {
      const section = { id: documentId, title: `Section ${String(count)}` };
      await change(documentId, jobId, { sectionsDone: count, section, tokensUsed: 5 });
    }
    await end(documentId, jobId);
    await listener.until(({ types }) => types.includes('done'));
    expect(listener.messages[0]).toMatchObject({
      type: 'snapshot',
      job: { jobId, documentId, status: 'running' },
    });
    expect(listener.numbers).toEqual(range(1, 14));
    expect(listener.messages.at(-3)).toEqual({
      type: 'progress',
      seq: 13,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
      stage: 'sections',
      progress: 45,
      sectionsDone: 9,
      sectionsTotal: 20,
      tokensUsed: 50,
      message: 'sectionStarted',
      sectionId: documentId,
      sectionTitle: 'Section 9',
    });
    expect(listener.messages.at(-1)).toMatchObject({ type: 'done', job: { progress: 100 } });
    listener.socket.close();
  });

  it('tells a change within 250 ms', async () => {
    const { documentId, jobId } = await jobWith(1);
    const listener = (await listen(documentId, replica)).signIn(student.accessToken);
    await listener.until(({ numbers }) => numbers.length === 1);
    const changed = performance.now();
    await change(documentId, jobId);
    await listener.until(({ numbers }) => numbers.length === 2);
    expect(performance.now() - changed).toBeLessThan(250);
    listener.socket.close();
  });

  it.each([0, 4, 7, 9, 500])(
    'replays what came after event %i, also after the end',
    async (seen) => {
      const { documentId, jobId } = await jobWith(8);
      await end(documentId, jobId);
      const listener = (await listen(documentId)).signIn(student.accessToken, seen);
      await listener.until(({ types }) => types.includes('done'));
      expect(listener.numbers).toEqual(seen >= 9 ? [] : range(seen + 1, 9));
      expect(listener.types.at(0)).toBe('snapshot');
      listener.socket.close();
    },
  );

  it('replays a log longer than a page without gaps', async () => {
    const { documentId, jobId } = await jobWith(1);
    await fill(jobId, 950, 500);
    const since = performance.now();
    const listener = (await listen(documentId)).signIn(student.accessToken);
    await listener.until(({ messages }) => messages.length === 951);
    expect(listener.numbers).toEqual(range(1, 950));
    expect(performance.now() - since).toBeLessThan(2_000);
    listener.socket.close();
  });

  it('keeps little for a client that does not read, and misses nothing when it does', async () => {
    const { documentId, jobId } = await jobWith(1);
    await fill(jobId, 4_000, 5_000);
    const { clients } = target.app.get(ProgressGateway, { strict: false });
    const listener = (await listen(documentId)).signIn(student.accessToken);
    listener.socket.pause();
    const [client] = [...clients.values()].filter((one) => one.documentId === documentId);
    await jobs.eventually(async () => Promise.resolve(client?.lagging === true));
    expect(client?.socket.bufferedAmount).toBeLessThan(100_000);
    listener.socket.resume();
    await listener.until(({ messages }) => messages.length === 4_001);
    expect(listener.numbers).toEqual(range(1, 4_000));
    listener.socket.close();
  });

  it('says that a document has no job, and goes on with the one that is started', async () => {
    const documentId = await jobs.document(student);
    const listener = (await listen(documentId)).signIn(student.accessToken, 7);
    await listener.until(({ messages }) => messages.length === 1);
    expect(listener.messages).toEqual([{ type: 'snapshot', job: null }]);
    const { jobId } = await jobs.start(student, documentId);
    await listener.until(({ messages }) => messages.length === 3);
    expect(listener.messages[1]).toMatchObject({ type: 'snapshot', job: { jobId } });
    expect(listener.numbers).toEqual([1]);
    listener.socket.close();
  });

  it('finds within seconds what no news came of', async () => {
    const { documentId, jobId } = await jobWith(1);
    const listener = (await listen(documentId)).signIn(student.accessToken);
    await listener.until(({ numbers }) => numbers.length === 1);
    await target.database.dataSource.query(
      `with log as (insert into job_events (job_id, seq, data) values ($1, 2, '{"seq": 2}'))
       update jobs set last_seq = 2 where id = $1`,
      [jobId],
    );
    await listener.until(({ numbers }) => numbers.length === 2);
    listener.socket.close();
  });

  it('goes on after the end when the job is resumed', async () => {
    const documentId = await jobs.document(student);
    const { jobId } = await jobs.start(student, documentId);
    const listener = (await listen(documentId)).signIn(student.accessToken);
    await jobs.command(student, jobId, 'cancel');
    await listener.until(({ types }) => types.includes('done'));
    await jobs.command(student, jobId, 'resume');
    await listener.until(({ numbers }) => numbers.length === 3);
    expect(listener.numbers).toEqual([1, 2, 3]);
    const types = ['snapshot', 'progress', 'progress', 'done', 'snapshot', 'progress'];
    expect(listener.types).toEqual(types);
    listener.socket.close();
  });

  it('says why a job is paused, by another snapshot', async () => {
    const { documentId, jobId } = await jobWith(2);
    const listener = (await listen(documentId)).signIn(student.accessToken);
    const error = { code: 'TOKEN_LIMIT', detail: 'Spent for today.' };
    const paused = { status: 'paused', stage: 'paused', message: 'paused', error } as const;
    await change(documentId, jobId, { ...paused, from: ['running'] });
    await listener.until(
      ({ numbers, types }) => numbers.length === 3 && types.at(-1) === 'snapshot',
    );
    expect(listener.messages.at(-1)).toMatchObject({ job: { status: 'paused', error } });
    listener.socket.close();
  });
});

describe('letting listeners in', () => {
  const connected = async (documentId: string) => ({
    documentId,
    listener: await listen(documentId),
  });

  it('closes with 4401 on a bad token', async () => {
    const { listener } = await connected(await jobs.document(student));
    expect(await listener.signIn('nonsense').closed).toBe(4401);
    expect(listener.messages).toEqual([]);
  });

  it.each([
    ['no JSON', 'hello'],
    ['another message', '{"type":"subscribe"}'],
    ['a negative place', '{"type":"auth","accessToken":"x","afterSeq":-1}'],
    ['binary data', Buffer.from('{"type":"auth"}')],
  ])('closes with 4401 on %s as first message', async (_, message) => {
    const { listener } = await connected(await jobs.document(student));
    listener.socket.send(message);
    expect(await listener.closed).toBe(4401);
  });

  it('closes with 4401 after 5 seconds of silence', async () => {
    const { listener } = await connected(await jobs.document(student));
    const since = performance.now();
    expect(await listener.closed).toBe(4401);
    expect(performance.now() - since).toBeLessThan(6_500);
  });

  it("closes with 4404 on a stranger's document and on what is none", async () => {
    const stranger = await jobs.student();
    const documentId = await jobs.document(student);
    for (const id of [documentId, '01890000-0000-7000-8000-000000000000', 'x%27;--']) {
      const { listener } = await connected(id);
      expect(await listener.signIn(stranger.accessToken).closed).toBe(4404);
      expect(listener.messages).toEqual([]);
    }
  });

  it('closes with 1009 on a message over 16 kB', async () => {
    const { listener } = await connected(await jobs.document(student));
    listener.socket.on('error', () => undefined);
    listener.signIn('x'.repeat(17_000));
    expect(await listener.closed).toBe(1009);
  });

  it('closes with 4401 as soon as the session ends, on any replica', async () => {
    const guest = await jobs.student();
    const documentId = await jobs.document(guest);
    const listener = (await listen(documentId, replica)).signIn(guest.accessToken);
    await listener.until(({ messages }) => messages.length === 1);
    const origin = { address: '::1', requestId: 'test' };
    const ending = target.app.get(EndSession, { strict: false });
    await ending.run(guest.sessionId, 'signed_out', origin);
    expect(await listener.closed).toBe(4401);
  });

  it('closes with 4401 when the access token expires, unless a newer one has come', async () => {
    const { userId, sessionId } = student;
    const jwt = target.app.get(JwtService, { strict: false });
    const claims = { sub: userId, sid: sessionId, typ: 'access' };
    const brief = jwt.sign(claims, { expiresIn: 1 });
    const documentId = await jobs.document(student);
    const [left, renewed] = await Promise.all([listen(documentId), listen(documentId)]);
    for (const listener of [left, renewed]) {
      listener.signIn(brief);
      await listener.until(({ messages }) => messages.length === 1);
    }
    renewed.signIn(student.accessToken);
    expect(await left.closed).toBe(4401);
    await delay(1_500);
    expect(renewed.socket.readyState).toBe(renewed.socket.OPEN);
    renewed.socket.close();
  });

  it('closes with 1008 on a flood of messages', async () => {
    const { listener } = await connected(await jobs.document(student));
    for (let count = 0; count < 50; count += 1) listener.signIn(student.accessToken);
    expect(await listener.closed).toBe(1008);
  });

  it('takes a newer token of the same person, and no one else’s', async () => {
    const stranger = await jobs.student();
    const documentId = await jobs.document(student);
    const listener = (await listen(documentId)).signIn(student.accessToken);
    await listener.until(({ messages }) => messages.length === 1);
    listener.signIn(student.accessToken);
    await delay(100);
    expect(listener.types).toEqual(['snapshot']);
    expect(await listener.signIn(stranger.accessToken).closed).toBe(4401);
  });

  it('refuses pages of other origins and paths that are none', async () => {
    const documentId = await jobs.document(student);
    const foreign = ProgressListener.connect(target, documentId, {
      origin: 'https://evil.example',
    });
    await expect(foreign).rejects.toThrow('403');
    await expect(ProgressListener.connect(target, `${documentId}/more`)).rejects.toThrow('404');
    const own = new URL(target.config.http.publicUrl).origin;
    const listener = await ProgressListener.connect(target, documentId, { origin: own });
    listener.socket.close();
  });
});
