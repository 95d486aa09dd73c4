import { setTimeout as delay } from 'node:timers/promises';
import { DocumentsModule } from '../../documents';
import { GenerationModule, TokenBudget } from '../../generation';
import { JobsModule } from '../../jobs';
import { NoticesModule } from '../../settings';
import { JobFixture } from '../../testing/jobs/job-fixture';
import { startTestWorker } from '../../testing/jobs/test-worker';
import { testApp, type TestApp } from '../../testing/test-app';
import { TestClient } from '../../testing/test-client';
import { AdminModule } from '../admin.module';
import type { SettingsView } from '../dto/settings';

const DEAN = 'dean@example.org';
/** What is promised of a change on one replica, for all others. */
const PROMISED_MS = 2_000;
/** Nobody is asked anything. */
const MODELS = { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', LLM_MODELS: 'first,second' };
const FEATURES = [AdminModule, DocumentsModule, GenerationModule, JobsModule, NoticesModule];

let here: TestApp;
let there: TestApp;
let dean: TestClient;
let deanThere: TestClient;
let student: TestClient;

beforeAll(async () => {
  const environment = { ADMIN_EMAILS: DEAN, DAILY_TOKEN_LIMIT: '5000', ...MODELS };
  const features = { imports: FEATURES };
  here = await testApp({ features, environment });
  there = await testApp({ features, environment, replicaOf: here });
  dean = await new TestClient(here).signIn(DEAN);
  deanThere = new TestClient(there);
  deanThere.accessToken = dean.accessToken;
  student = await new TestClient(there).signIn('student@example.org');
});

afterAll(async () => {
  await there.close();
  await here.close();
});

const view = async () =>
  (await dean.send('get', '/admin/settings').expect(200)).body as SettingsView;

async function change(settings: object, status = 200, version?: number): Promise<SettingsView> {
  const tag = `"${String(version ?? (await view()).version)}"`;
  const answer = await dean
    .send('patch', '/admin/settings', settings)
    .set('If-Match', tag)
    .expect(status);
  return answer.body as SettingsView;
}

/** Until the other replica does as it should. @returns how long that took, in milliseconds */
async function obeyed(asked: () => Promise<boolean>): Promise<number> {
  const started = performance.now();
  while (!(await asked())) {
    if (performance.now() - started > PROMISED_MS) throw new Error('The other replica goes on');
    await delay(10);
  }
  return performance.now() - started;
}

const limitThere = async () =>
  ((await student.send('get', '/auth/me').expect(200)).body as { dailyTokenLimit: number })
    .dailyTokenLimit;

describe('settings', () => {
  it('are those of the environment until they are set', async () => {
    const { version, values, stored, defaults } = await view();
    expect({ version, stored }).toEqual({ version: 0, stored: {} });
    expect(values).toEqual(defaults);
    expect(values).toMatchObject({
      models: ['first', 'second'],
      dailyTokenLimit: 5000,
      signUps: true,
    });
  });

  it('take effect on another replica, and go back to the environment', async () => {
    const { values, stored } = await change({ dailyTokenLimit: 777 });
    expect([values.dailyTokenLimit, stored]).toEqual([777, { dailyTokenLimit: 777 }]);
    expect(await obeyed(async () => (await limitThere()) === 777)).toBeLessThan(PROMISED_MS);
    expect((await change({ dailyTokenLimit: null })).stored).toEqual({});
    await obeyed(async () => (await limitThere()) === 5000);
  });

  it('say which models are asked, in which order', async () => {
    const asked = async () => {
      const { body } = await student.send('get', '/generate/models').expect(200);
      return (body as { items: { id: string }[] }).items.map(({ id }) => id).join();
    };
    expect(await asked()).toBe('first,second');
    await change({ models: ['third', 'first', 'offline'] });
    await obeyed(async () => (await asked()) === 'third,first,offline');
    await change({ models: null });
    await obeyed(async () => (await asked()) === 'first,second');
  });

  it('limit the tokens of users and of all together on another replica', async () => {
    const budget = there.app.get(TokenBudget, { strict: false });
    const { id } = (await student.send('get', '/auth/me')).body as { id: string };
    const granted = async (tokens: number) => {
      const reservation = await budget.reserve(id, tokens).catch(() => undefined);
      await reservation?.settle(0);
      return reservation !== undefined;
    };
    expect([await granted(5000), await granted(5001)]).toEqual([true, false]);
    await change({ dailyTokenLimit: 100 });
    await obeyed(async () => !(await granted(101)));
    expect(await granted(100)).toBe(true);
    await change({ dailyTokenLimit: null, platformDailyTokenLimit: 300 });
    await obeyed(async () => !(await granted(301)) && (await granted(300)));
    await change({ platformDailyTokenLimit: null });
  });

  it('take effect also where the news was lost', async () => {
    await here.database.dataSource.query(
      `insert into settings_versions (version, id, stored, before, after, changed_by)
       select max(version) + 1, gen_random_uuid(), '{"dailyTokenLimit": 888}',
         '{"dailyTokenLimit": null}', '{"dailyTokenLimit": 888}', gen_random_uuid()
       from settings_versions`,
    );
    const silence = PROMISED_MS + 1000;
    await delay(silence);
    expect(await limitThere()).toBe(888);
    await change({ dailyTokenLimit: null });
  });

  it('are changed on the version that was looked at only', async () => {
    const { version } = await view();
    const [one, other] = await Promise.all(
      [1000, 2000].map((limit) =>
        dean
          .send('patch', '/admin/settings', { dailyTokenLimit: limit })
          .set('If-Match', `"${String(version)}"`),
      ),
    );
    expect([one?.status, other?.status].sort()).toEqual([200, 412]);
    await change({ dailyTokenLimit: 3000 }, 412, version);
    await dean.send('patch', '/admin/settings', { dailyTokenLimit: 3000 }).expect(428);
    await change({ dailyTokenLimit: null });
  });

  it('refuse what makes no sense', async () => {
    await change({ models: ['first', 'first'] }, 422);
    await change({ models: [] }, 422);
    await change({ dailyTokenLimit: -1 }, 422);
    await change({ announcement: {} }, 422);
    await change({ colour: 'blue' }, 422);
  });

  it('are for admins', async () => {
    await student.send('get', '/admin/settings').expect(403);
    await student.send('patch', '/admin/settings', { signUps: false }).expect(403);
    await student.send('post', '/admin/config/reload').expect(403);
  });

  it('are read again everywhere when asked', async () => {
    const { body } = await dean.send('post', '/admin/config/reload').expect(200);
    const { version } = await view();
    expect(body).toMatchObject({ version });
    expect((body as { processesTold: number }).processesTold).toBeGreaterThanOrEqual(2);
  });
});

interface History {
  items: { id: string; undoes: string | null; before: object; after: object }[];
}

describe('the history of settings', () => {
  const latest = async () => {
    const path = '/admin/settings/history?perPage=1';
    const { items } = (await dean.send('get', path).expect(200)).body as History;
    return items[0];
  };

  it('tells what was changed, and undoes it', async () => {
    await change({ signUps: false, announcement: { en: 'New works' } });
    const entry = await latest();
    expect(entry).toMatchObject({
      before: { signUps: null, announcement: null },
      after: { signUps: false, announcement: { en: 'New works' } },
    });
    const path = `/admin/settings/history/${entry?.id ?? ''}/undo`;
    const { body } = await dean.send('post', path).expect(200);
    expect((body as SettingsView).stored).toEqual({});
    expect(await latest()).toMatchObject({ undoes: entry?.id, after: { signUps: null } });
  });

  it('is read from either end', async () => {
    const ids = async (order: string) => {
      const path = `/admin/settings/history?perPage=100&order=${order}`;
      const { items } = (await dean.send('get', path).expect(200)).body as History;
      return items.map(({ id }) => id);
    };
    const forwards = await ids('asc');
    expect(forwards.length).toBeGreaterThan(1);
    expect(await ids('desc')).toEqual(forwards.reverse());
  });

  it('undoes nothing that was changed again since', async () => {
    await change({ dailyTokenLimit: 10 });
    const entry = await latest();
    await change({ dailyTokenLimit: 20 });
    const path = `/admin/settings/history/${entry?.id ?? ''}/undo`;
    await dean.send('post', path).expect(409);
    expect((await view()).values.dailyTokenLimit).toBe(20);
    await change({ dailyTokenLimit: null });
  });

  it('is in the audit trail, value by value, and cannot be rewritten', async () => {
    await change({ dailyTokenLimit: 42 });
    const { version } = await change({ dailyTokenLimit: null });
    const trail = '/admin/audit-log?action=settings.changed&perPage=1';
    const { body } = await dean.send('get', trail).expect(200);
    const details = { setting: 'dailyTokenLimit', version, before: '42', after: 'null' };
    expect(body).toMatchObject({ items: [{ details, address: '127.0.0.1' }] });
    const rewriting = here.database.dataSource.query('delete from settings_versions');
    await expect(rewriting).rejects.toThrow('append-only');
  });
});

const essay = {
  title: 'An essay',
  topic: 'How learners remember what they have read',
  language: 'en',
  type: 'essay',
  targetPages: 5,
  citationStyle: 'apa',
  additionalRequirements: '',
};

describe('maintenance', () => {
  const create = (client: TestClient) => client.send('post', '/documents', essay);

  afterEach(() => change({ maintenance: null, generation: null, signUps: null }));

  it('keeps everybody but admins from changing anything, on every replica', async () => {
    const message = { en: 'Back at noon.', it: 'Torniamo a mezzogiorno.' };
    await change({ maintenance: { on: true, message } });
    await obeyed(async () => (await create(student)).status === 503);
    const refused = await create(student).set('Accept-Language', 'it');
    expect(refused.headers['content-type']).toMatch('application/problem+json');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(refused.body).toMatchObject({ code: 'MAINTENANCE', detail: message.it });
    await student.send('get', '/documents').expect(200);
    await create(deanThere).expect(201);
    const { body } = await student.send('get', '/notices').expect(200);
    expect(body).toMatchObject({ maintenance: { message } });
    await change({ maintenance: { on: false } });
    await obeyed(async () => (await create(student)).status === 201);
  });

  it('lets people with an account in, and makes no new ones', async () => {
    await change({ maintenance: { on: true } });
    await new TestClient(here).signIn('student@example.org');
    const newcomer = new TestClient(here);
    const { token } = await newcomer.requestLink('late@example.org');
    await newcomer.send('post', '/auth/verify-magic-link', { token }).expect(503);
    await change({ maintenance: null });
    await newcomer.send('post', '/auth/verify-magic-link', { token }).expect(200);
  });

  it('goes on after a worker has begun nothing meanwhile', async () => {
    const worker = await startTestWorker(here.config);
    const jobs = await new JobFixture(here).prepare();
    const author = await jobs.student();
    const job = await jobs.start(author, await jobs.document(author, ['A chapter']));
    await jobs.until(author, job.jobId, ({ status }) => status === 'completed');
    await change({ generation: false });
    const waiting = await jobs.document(author, ['Another']);
    await dean.send('post', '/jobs/generate/document-async', { documentId: waiting }).expect(409);
    // as of a payment, whose job is started by the outbox
    await jobs.query(
      `insert into jobs (id, document_id, owner_id)
       select gen_random_uuid(), id, owner_id from documents where id = $1`,
      [waiting],
    );
    const stateOf = async () => {
      const sql = 'select status from jobs where document_id = $1';
      return (await jobs.query<{ status: string }>(sql, [waiting]))[0]?.status;
    };
    await delay(1000);
    expect(await stateOf()).toBe('queued');
    await change({ generation: true });
    await jobs.eventually(async () => (await stateOf()) === 'completed');
    await worker.close();
  });
});

describe('switches', () => {
  it('make no new accounts, and keep those there are', async () => {
    await change({ signUps: false });
    const newcomer = new TestClient(here);
    const { token } = await newcomer.requestLink('newcomer@example.org');
    const refused = await newcomer.send('post', '/auth/verify-magic-link', { token }).expect(403);
    expect(refused.body).toMatchObject({ code: 'SIGN_UPS_CLOSED' });
    await new TestClient(here).signIn('student@example.org');
    await change({ signUps: null });
    await newcomer.send('post', '/auth/verify-magic-link', { token }).expect(200);
  });
});
