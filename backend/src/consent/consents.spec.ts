import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { newId } from '../common';
import { JobFixture, type Student } from '../testing/jobs/job-fixture';
import { testApp, type TestApp } from '../testing/test-app';
import { TestClient } from '../testing/test-client';
import type { Consent } from './dto/consent';
import { PURPOSE, type PurposeName } from './purposes';

let target: TestApp;
let jobs: JobFixture;
let student: Student;

beforeAll(async () => {
  target = await testApp();
  jobs = new JobFixture(target);
});

beforeEach(async () => {
  student = await jobs.student();
});

afterAll(() => target.close());

const list = async (who = student): Promise<Consent[]> => {
  const { body } = await request(target.server)
    .get('/api/v1/account/consents')
    .set('Authorization', `Bearer ${who.accessToken}`)
    .expect(200);
  return (body as { items: Consent[] }).items;
};

const of = async (purpose: PurposeName): Promise<Consent | undefined> =>
  (await list()).find((one) => one.purpose === purpose);

const decide = (purpose: string, given: boolean, version = 1) =>
  request(target.server)
    .put('/api/v1/account/consents')
    .set('Authorization', `Bearer ${student.accessToken}`)
    .send({ purpose, given, version, locale: 'it' });

describe('what people agree to', () => {
  it('begins with what holds without asking; a consent has to be given', async () => {
    const standing = (await list()).map(({ purpose, basis, given }) => [purpose, basis, given]);
    expect(standing).toEqual([
      ['privacy-notice', 'information', true],
      ['job-mails', 'default', true],
      ['profile-sharing', 'consent', false],
    ]);
  });

  it('is taken back and given again, and each time is on record', async () => {
    await decide('job-mails', false).expect(200);
    await decide('job-mails', false).expect(200);
    const { body } = await decide('job-mails', true).expect(200);
    expect(body).toMatchObject({ purpose: 'job-mails', given: true });
    const history = (await of('job-mails'))?.history ?? [];
    expect(history.map(({ decision }) => decision)).toEqual(['given', 'withdrawn']);
    expect(history[0]).toMatchObject({ version: 1, locale: 'it', via: 'account' });
  });

  it('takes the shared rules back with the consent to share them', async () => {
    const shared = () =>
      jobs.query('select 1 from shared_profiles where shared_by = $1', [student.userId]);
    await jobs.query(
      `insert into shared_profiles (id, domain, name, formatting, shared_by)
       values ($1, 'example.edu', 'Rules', '{}', $2)`,
      [newId(), student.userId],
    );
    await decide('profile-sharing', true).expect(200);
    expect(await shared()).toHaveLength(1);
    await decide('profile-sharing', false).expect(200);
    expect(await shared()).toEqual([]);
  });

  it('is no decision about another text, nor about what is only told', async () => {
    await decide('job-mails', false, 2).expect(409);
    await decide('privacy-notice', false).expect(422);
    await decide('anything', true).expect(422);
    expect((await list()).flatMap(({ history }) => history)).toEqual([]);
  });

  it('says from the sign-in on which notice one was told of, once a version', async () => {
    const client = await new TestClient(target).signIn('told@example.org');
    await new TestClient(target).signIn('told@example.org');
    const { body } = await client.send('get', '/account/consents').expect(200);
    const [notice] = (body as { items: Consent[] }).items;
    expect(notice?.history).toMatchObject([{ decision: 'informed', version: 1, via: 'sign_in' }]);
  });

  it('cannot be rewritten, and goes with the account', async () => {
    await decide('job-mails', false).expect(200);
    const own = 'consents where user_id = $1';
    const refused = (statement: string) =>
      expect(jobs.query(statement, [student.userId])).rejects.toThrow('append-only');
    await refused(`update consents set decision = 'given' where user_id = $1`);
    await refused(`delete from ${own}`);
    await jobs.query('delete from users where id = $1', [student.userId]);
    expect(await jobs.query(`select 1 from ${own}`, [student.userId])).toEqual([]);
  });
});

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** Of the texts as they were when the version came. Another text is another version: raise it, then this. */
const TEXTS: Record<PurposeName, [version: number, digest: string]> = {
  'privacy-notice': [1, '4cd53d82c360683f'],
  'job-mails': [1, '7686f65bf36f4985'],
  'profile-sharing': [1, 'cb05a05eadde29e8'],
};

describe('the texts', () => {
  it.each(Object.entries(TEXTS))('of %s are those of their version', (name, pinned) => {
    const { version, text } = PURPOSE[name as PurposeName];
    const page = (locale: string) =>
      readFileSync(join(__dirname, `../../../frontend/src/i18n/privacy/${locale}.json`), 'utf8');
    const whole = name === 'privacy-notice' ? ['en', 'it', 'uk'].map(page) : [];
    expect([version, digest(JSON.stringify(text) + whole.join(''))]).toEqual(pinned);
  });
});
