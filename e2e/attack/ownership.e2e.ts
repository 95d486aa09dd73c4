import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { v7 } from 'uuid';
import { StripeServer } from '../../backend/src/testing/stripe/stripe-server';
import { Api } from '../support/api';
import { PRIVATE, privateThesis } from '../support/private-thesis';
import { nameOf, type PathIds, pathOf, type Route, ROUTES } from '../support/routes';
import { startSystem, type System } from '../support/system';
import { PLAIN_ESSAY, validBody } from '../support/valid-bodies';

/** Routes that are about the caller's own cookies, or about nobody, or that ask for a signature. */
const PUBLIC = [
  'POST /auth/magic-link',
  'POST /auth/verify-magic-link',
  'POST /auth/refresh',
  'POST /auth/logout',
  'GET /downloads/{token}',
  'GET /payment/pricing',
  'GET /notices',
  'POST /payment/webhook',
];
/** Longest that a process may remember what it knew of a token, see the principal cache. */
const REMEMBERED_MS = 5000;

const guarded = ROUTES.filter((route) => !PUBLIC.includes(nameOf(route)));
/** Routes with an id in their path or their body; without ids the body shows where they would be. */
const withIds = guarded.filter(
  (route) =>
    route.template.includes('{') ||
    Object.values(validBody(nameOf(route), {}) ?? {}).includes(undefined),
);

let stripe: StripeServer;
let system: System;
let student: Api;
let stranger: Api;
let formerAdmin: Api;
let roleTakenAt: number;
let real: PathIds;
let before: unknown;

/** An id of the right kind for each that there is, which names nothing. */
const randomIds = (): PathIds => ({
  ...Object.fromEntries(Object.keys(real).map((name) => [name, v7()])),
  'export/{format}': 'docx',
  'downloads/{token}': randomBytes(52).toString('base64url'),
});

interface Refusal {
  status: number;
  /** The body but for what names the request itself. */
  body: Record<string, unknown>;
}

async function call(api: Api, route: Route, ids: PathIds): Promise<Refusal> {
  const takesNone = ['GET', 'DELETE'].includes(route.method);
  const body = validBody(nameOf(route), ids) ?? (takesNone ? undefined : {});
  const path = pathOf(route.template, ids);
  const answer = await api.request<Record<string, unknown>>(route.method, path, body);
  const text = JSON.stringify(answer.body ?? {});
  for (const secret of Object.values(PRIVATE)) expect(text).not.toContain(secret);
  const { instance: _, requestId: __, ...rest } = answer.body ?? {};
  return { status: answer.status, body: rest };
}

const cases = (routes: Route[]) => routes.map((route) => [nameOf(route), route] as const);

beforeAll(async () => {
  stripe = await StripeServer.start();
  const environment = { ADMIN_EMAILS: 'dean@example.org', ...stripe.environment };
  system = await startSystem(environment, ['main']);
  await stripe.deliverTo(`${system.url}/api/v1/payment/webhook`);
  student = await new Api(system).signIn('student@example.org');
  stranger = await new Api(system).signIn('stranger@example.org');
  real = await privateThesis(student, stripe);
  before = (await student.get(`/documents/${real['documents/{id}'] ?? ''}`)).body;
  formerAdmin = await new Api(system).signIn('dean@example.org');
  const usage = await formerAdmin.get(`/generate/usage/${real['usage/{userId}'] ?? ''}`);
  expect(usage.status).toBe(200);
  await system.query(`update users set role = 'student' where email = 'dean@example.org'`);
  roleTakenAt = Date.now();
}, 120_000);

afterAll(async () => {
  await system.stop();
  await stripe.stop();
});

describe('who has not signed in', () => {
  it.each(cases(guarded))('is asked who calls: %s', async (_, route) => {
    const { status, body } = await call(new Api(system), route, real);
    expect({ status, code: body['code'] }).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it('opens no file by a link in which a character is another', async () => {
    const token = real['downloads/{token}'] ?? '';
    // in the last of them some bits carry nothing
    for (let index = 0; index < token.length - 1; index += 1) {
      const other = token[index] === 'A' ? 'B' : 'A';
      const forged = token.slice(0, index) + other + token.slice(index + 1);
      const { status } = await new Api(system).get(`/downloads/${forged}`);
      expect(status).toBe(404);
    }
  });
});

/** What `caller` learns of somebody's ids is what it learns of ids that there are none of. */
function knowsNothing(caller: () => Api): void {
  it.each(cases(withIds))('cannot tell real ids from made-up ones: %s', async (_, route) => {
    const foreign = await call(caller(), route, real);
    const random = await call(caller(), route, randomIds());
    expect([403, 404]).toContain(foreign.status);
    expect(foreign).toEqual(random);
    if (!route.template.startsWith('/admin')) expect(foreign.status).toBe(404);
  });

  it.each(cases(guarded.filter((route) => !withIds.includes(route))))(
    'is told of nothing that is another’s: %s',
    async (_, route) => {
      const { status } = await call(caller(), route, real);
      expect(status).toBeLessThan(500);
      if (route.template.startsWith('/admin')) expect(status).toBe(403);
    },
  );

  it.each(
    cases(withIds.filter(({ template }) => /^\/documents\/\{id\}\/\w+\/\{\w+Id\}/.test(template))),
  )('reaches nothing through a document of its own: %s', async (_, route) => {
    const { body } = await caller().post<{ id: string }>('/documents', PLAIN_ESSAY);
    const own = { 'documents/{id}': body.id };
    const foreign = await call(caller(), route, { ...real, ...own });
    expect(foreign.status).toBe(404);
    expect(foreign).toEqual(await call(caller(), route, { ...randomIds(), ...own }));
  });
}

describe('another student', () => {
  knowsNothing(() => stranger);
});

describe('who was an administrator', () => {
  beforeAll(() => delay(Math.max(0, roleTakenAt + REMEMBERED_MS - Date.now())));

  knowsNothing(() => formerAdmin);
});

describe('the owner', () => {
  it('finds everything as it was', async () => {
    const { status, body } = await student.get(`/documents/${real['documents/{id}'] ?? ''}`);
    expect(status).toBe(200);
    expect(body).toEqual(before);
    const job = await student.get(`/jobs/${real['jobs/{jobId}'] ?? ''}/status`);
    expect(job.body).toMatchObject({ status: 'queued' });
    const payment = await student.get(`/payment/${real['payment/{id}'] ?? ''}`);
    expect(payment.body).toMatchObject({ status: 'paid', refunds: [{ status: 'requested' }] });
    expect(JSON.stringify(body)).toContain(PRIVATE.section);
  });
});

describe('a path that leads nowhere', () => {
  it.each(['/api', '/api/v1/nothing', '/api/v2/documents', '/health', '/metrics'])(
    'is answered with a problem: %s',
    async (path) => {
      const response = await fetch(`${system.url}${path}`);
      expect(response.status).toBe(404);
      expect(response.headers.get('content-type')).toMatch('application/problem+json');
      expect(await response.json()).toMatchObject({ code: 'NOT_FOUND', instance: path });
    },
  );
});
