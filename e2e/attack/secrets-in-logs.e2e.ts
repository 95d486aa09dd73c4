import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { Client } from 'pg';
import { signInMail } from '../../backend/src/testing/mailbox';
import { TcpProxy } from '../../backend/src/testing/tcp-proxy';
import { testRedisUrl } from '../../backend/src/testing/test-redis';
import { Api } from '../support/api';
import { sourceForm } from '../support/private-thesis';
import { startSystem, type System } from '../support/system';
import { TalkativeMailServer, TalkativeModelServer } from '../support/talkative-servers';
import { PLAIN_ESSAY } from '../support/valid-bodies';

/** Like nothing that a pattern of secrets could know. */
const marker = () => `zq${randomBytes(9).toString('hex')}`;

const secrets: Record<string, string> = {
  'mail address': `${marker()}@example.org`,
  'title of a document': marker(),
  'topic of a document': marker(),
  'text of a section': marker(),
  'text of a source': marker(),
  'requirements of a job': marker(),
  'key of the model': marker(),
  'password of the mail server': marker(),
  'password of the database': marker(),
  'password of Redis': marker(),
  'query string': marker(),
  'idempotency key': marker(),
  'malformed body': marker(),
  'wrong sign-in token': marker(),
  'made-up access token': marker(),
  'signing secret': `${marker()}${marker()}`,
};
const secret = (name: string): string => {
  const value = secrets[name];
  if (value === undefined) throw new Error(`nothing was planted as ${name}`);
  return value;
};

const ROLE = marker();
const mail = new TalkativeMailServer();
const model = new TalkativeModelServer();

let system: System;
let redis: Redis;
let toDatabase: TcpProxy;
let toRedis: TcpProxy;
let student: Api;
let documentId: string;

async function throughProxies(): Promise<Record<string, string>> {
  await system.query(
    `create role ${ROLE} superuser login password '${secret('password of the database')}'`,
  );
  redis = new Redis(testRedisUrl());
  await redis.call(
    'ACL',
    'SETUSER',
    ROLE,
    'on',
    `>${secret('password of Redis')}`,
    '~*',
    '&*',
    '+@all',
  );
  const database = new URL(system.databaseUrl);
  database.username = ROLE;
  database.password = secret('password of the database');
  const cache = new URL(testRedisUrl());
  cache.username = ROLE;
  cache.password = secret('password of Redis');
  toDatabase = new TcpProxy(database);
  toRedis = new TcpProxy(cache);
  return { DATABASE_URL: await toDatabase.listen(), REDIS_URL: await toRedis.listen() };
}

const browser = () => new Api(system);

async function signIn(email: string): Promise<Api> {
  const api = browser();
  expect((await api.post('/auth/magic-link', { email })).status).toBe(202);
  const { token, code } = signInMail(mail.mails.at(-1));
  Object.assign(secrets, { 'link token': token, 'mailed code': code });
  secrets['sign-in cookie'] = api.cookie('tesigo_signin') ?? '';
  const answer = await api.post<{ accessToken: string }>('/auth/verify-magic-link', { token });
  api.token = answer.body.accessToken;
  secrets['access token'] = api.token;
  secrets['refresh cookie'] = api.cookie('tesigo_refresh') ?? '';
  return api;
}

beforeAll(async () => {
  system = await startSystem({}, []);
  const variables = {
    ...(await throughProxies()),
    LOG_LEVEL: 'debug',
    SMTP_URL: await mail.listen('mailer', secret('password of the mail server')),
    OPENAI_BASE_URL: await model.listen(),
    OPENAI_API_KEY: secret('key of the model'),
    JWT_SECRET: secret('signing secret'),
  };
  await system.start('main', variables);
  await system.start('worker', variables);
  // what is wrong with an address is said at start, and must not be said by quoting it
  const broken: Record<string, string>[] = [
    { DATABASE_URL: `postgres://${ROLE}:${secret('password of the database')}x@127.0.0.1:1/none` },
    { DATABASE_URL: `${secret('password of the database')} is no address` },
    { SMTP_URL: `http://mailer:${secret('password of the mail server')}@127.0.0.1` },
    { REDIS_URL: `http://:${secret('password of Redis')}@127.0.0.1` },
  ];
  await Promise.all(
    broken.map((own) => expect(system.start('main', { ...variables, ...own })).rejects.toThrow()),
  );
  student = await signIn(secret('mail address'));
}, 120_000);

/** Once nobody is signed in by it any more, and its database is gone. */
async function dropRole(): Promise<void> {
  const server = new URL(system.databaseUrl);
  server.pathname = '/postgres';
  const client = new Client({ connectionString: server.href });
  await client.connect();
  await client.query(`drop role ${ROLE}`);
  await client.end();
}

afterAll(async () => {
  // what is cut off would take its time to stop
  for (const proxy of [toDatabase, toRedis]) proxy.mend();
  await system.stop();
  for (const proxy of [toDatabase, toRedis]) proxy.close();
  await dropRole();
  await redis.call('ACL', 'DELUSER', ROLE);
  redis.disconnect();
  model.close();
  await mail.close();
}, 60_000);

const JSON_TYPE = { 'Content-Type': 'application/json' };

const essay = () => ({
  ...PLAIN_ESSAY,
  title: secret('title of a document'),
  topic: `${secret('topic of a document')}: ${PLAIN_ESSAY.topic}`,
});

async function newDocument(headers?: Record<string, string>): Promise<string> {
  const { status, body } = await student.post<{ id: string }>('/documents', essay(), headers);
  expect(status).toBe(201);
  const bibtex = `@article{a2001, title = {${PLAIN_ESSAY.topic}}, author = {A, B}, year = {2001},
    abstract = {Learners remember what they have read, says ${secret('text of a source')}.}}`;
  const form = sourceForm(bibtex, 'library.bib');
  expect((await student.post(`/documents/${body.id}/sources`, form)).status).toBe(201);
  return body.id;
}

/** Ordinary work with the planted texts. */
async function work(): Promise<void> {
  documentId = await newDocument({ 'Idempotency-Key': secret('idempotency key') });
  const path = `/documents/${documentId}`;
  const broken = `@article{${secret('text of a source')}, title = {{{ ${'{'.repeat(5000)}`;
  await student.post(`${path}/sources`, sourceForm(broken, 'broken.bib'));
  const outline = await student.request<{ sections: { id: string }[] }>('PUT', `${path}/outline`, {
    sections: [{ title: secret('title of a document'), level: 1 }],
  });
  const section = `${path}/sections/${outline.body.sections[0]?.id ?? ''}`;
  const content = secret('text of a section');
  const edit = { 'If-Match': '*' };
  expect((await student.request('PATCH', section, { content }, edit)).status).toBe(200);
  const made = await student.post<{ downloadUrl: string }>(`${path}/export`, { format: 'docx' });
  secrets['download link'] = made.body.downloadUrl.split('/').at(-1) ?? '';
  expect((await fetch(made.body.downloadUrl)).status).toBe(200);
}

/** Requests that are refused, with a secret in each. */
async function misuse(): Promise<void> {
  const other = { ...essay(), targetPages: 7 };
  await student.post('/documents', other, { 'Idempotency-Key': secret('idempotency key') });
  const planted = secret('query string');
  for (const path of ['/documents', '/nothing', '/auth/me', `/downloads/${planted}`]) {
    await student.get(`${path}?token=${planted}&page=${planted}`);
  }
  await fetch(`${system.url}/api/v1/documents?q=${planted}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: `{"title": ${secret('malformed body')}`,
  });
  const stranger = browser();
  stranger.token = secret('made-up access token');
  await stranger.get('/auth/me');
  const proof = { token: secret('wrong sign-in token') };
  await stranger.post('/auth/verify-magic-link', proof);
  await student.copy().post('/auth/verify-magic-link', proof);
}

/** A reused refresh cookie, which is worth a line in the log. */
async function reuse(): Promise<void> {
  const thief = student.copy();
  await student.post('/auth/refresh');
  await system.query(`update refresh_tokens set rotated_at = rotated_at - interval '11 seconds'`);
  expect((await thief.post('/auth/refresh')).status).toBe(401);
  student = await signIn(secret('mail address'));
}

async function failingModel(): Promise<void> {
  const requirements = secret('requirements of a job');
  const id = await newDocument();
  const body = { documentId: id, additionalRequirements: requirements };
  expect((await student.post('/generate/outline', body)).status).toBe(502);
  const { asked } = model;
  const job = { documentId: id, requirements };
  expect((await student.post('/jobs/generate/document-async', job)).status).toBe(202);
  const deadline = Date.now() + 5000;
  while (model.asked === asked && Date.now() < deadline) await delay(20);
  expect(model.asked).toBeGreaterThan(asked);
}

/** The database answers, with errors that quote what it was given. */
async function failingStatements(): Promise<void> {
  await system.query(`create function refuse() returns trigger language plpgsql as
    $$ begin raise exception 'refused: %', new; end $$`);
  await system.query(`create trigger refuse before insert or update on documents
    for each row execute function refuse()`);
  await system.query(`create trigger refuse before insert or update on sections
    for each row execute function refuse()`);
  const { status } = await student.post('/documents', essay(), { 'Idempotency-Key': 'other' });
  expect(status).toBe(500);
  await student.request('PATCH', `/documents/${documentId}`, essay());
  await system.query('drop trigger refuse on documents');
  await system.query('drop trigger refuse on sections');
}

async function failingMail(): Promise<void> {
  mail.refusing = true;
  const { status } = await browser().post('/auth/magic-link', { email: secret('mail address') });
  expect(status).toBe(503);
}

async function failingStores(): Promise<void> {
  const tries = () => [
    student.post('/documents', essay(), { 'Idempotency-Key': secret('idempotency key') }),
    student.request('PATCH', `/documents/${documentId}`, essay(), { 'If-Match': '*' }),
    student.copy().post('/auth/refresh'),
    browser().post('/auth/magic-link', { email: secret('mail address') }),
    browser().post('/auth/verify-magic-link', {
      email: secret('mail address'),
      code: secret('mailed code'),
    }),
    fetch(`${system.url}/health/ready`),
  ];
  toRedis.cut();
  await Promise.all(tries());
  toRedis.mend();
  toDatabase.cut();
  const statuses = (await Promise.all(tries())).map(({ status }) => status);
  expect(statuses.some((status) => status >= 500)).toBe(true);
  toDatabase.mend();
  while ((await fetch(`${system.url}/health/ready`)).status !== 200) await delay(100);
}

describe('the logs of a system that works, is misused and fails', () => {
  it('tell of all that', async () => {
    await work();
    await misuse();
    await reuse();
    await failingModel();
    await failingStatements();
    await failingMail();
    await failingStores();
    const output = system.output();
    expect(output.split('\n').length).toBeGreaterThan(50);
    expect(output).toContain('was reused');
    expect(output).toContain('was not accepted');
    expect(output).toContain('Redis is away');
  }, 60_000);

  it('tell who called, by id, and what was refused, in front of the routes too', async () => {
    const { body } = await student.get<{ id: string }>('/auth/me');
    await fetch(`${system.url}/api/v1/documents`, {
      method: 'POST',
      body: '{',
      headers: JSON_TYPE,
    });
    const lines = system.output().split('\n');
    const has = (...parts: string[]) =>
      lines.some((line) => parts.every((part) => line.includes(part)));
    expect(has(`"userId":"${body.id}"`, '"path":"/api/v1/auth/me"')).toBe(true);
    expect(has('"level":40', '"code":"UNAUTHENTICATED"')).toBe(true);
    expect(has('"level":40', '"code":"MALFORMED_REQUEST"')).toBe(true);
  });

  const leaks = (name: string) => {
    const value = secret(name);
    expect(value.length).toBeGreaterThanOrEqual(8);
    const forms = [value, Buffer.from(value).toString('base64').replace(/=+$/, '')];
    return system
      .output()
      .split('\n')
      .filter((line) => forms.some((form) => line.includes(form)));
  };

  it.each([
    ...Object.keys(secrets),
    'link token',
    'mailed code',
    'sign-in cookie',
    'refresh cookie',
    'access token',
    'download link',
  ])('hold no %s', (name) => {
    expect(leaks(name)).toEqual([]);
  });
});
