import { makePdf } from '../../backend/src/testing/make-pdf';
import { StripeServer } from '../../backend/src/testing/stripe/stripe-server';
import { Api } from '../support/api';
import { fieldPaths, withField } from '../support/field-paths';
import { deepArray, deepObject, NAUGHTY_STRINGS, WRONG_VALUES } from '../support/hostile-values';
import { privateThesis, sourceForm } from '../support/private-thesis';
import { nameOf, type PathIds, pathOf, type Route, ROUTES } from '../support/routes';
import { startSystem, type System } from '../support/system';
import { PLAIN_ESSAY, validBody } from '../support/valid-bodies';

/** Deeper than any body of ours, and than what a recursive reader survives. */
const LEVELS = [1000, 10_000, 100_000];
const HOSTILE = [...NAUGHTY_STRINGS, ...WRONG_VALUES];
const AT_ONCE = 8;

let stripe: StripeServer;
let system: System;
let student: Api;
let ids: PathIds;

interface Attack {
  route: Route;
  what: string;
  path: string;
  headers: Record<string, string>;
  body: string | FormData | undefined;
}

interface Outcome {
  status: number;
  attack: string;
  /** What is wrong with the answer itself. */
  fault: string | undefined;
}

const withBody = ROUTES.filter(({ body }) => body !== undefined);

async function faultOf(response: Response): Promise<string | undefined> {
  const text = await response.text();
  if (response.status >= 500) return text;
  if (response.status < 400) return undefined;
  if (response.headers.get('content-type')?.startsWith('application/problem+json') !== true) {
    return `not a problem: ${text.slice(0, 200)}`;
  }
  const { code, requestId, status } = JSON.parse(text) as Record<string, unknown>;
  const complete = typeof code === 'string' && typeof requestId === 'string';
  return complete && status === response.status ? undefined : `incomplete: ${text.slice(0, 200)}`;
}

async function mount({ route, what, path, headers, body }: Attack): Promise<Outcome> {
  const response = await fetch(`${system.url}/api/v1${path}`, {
    method: route.method,
    headers: { Authorization: `Bearer ${student.token}`, 'If-Match': '*', ...headers },
    body: body ?? null,
  });
  const fault = await faultOf(response);
  return { status: response.status, attack: `${nameOf(route)}: ${what}`, fault };
}

/** Mounts some at a time. @returns those that were not answered as they should be */
async function failures(attacks: readonly Attack[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let start = 0; start < attacks.length; start += AT_ONCE) {
    outcomes.push(...(await Promise.all(attacks.slice(start, start + AT_ONCE).map(mount))));
  }
  return outcomes.filter(({ fault }) => fault !== undefined);
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

function attackOn(route: Route, what: string, body: Attack['body'], headers = {}): Attack {
  const form = body instanceof FormData || body === undefined;
  const path = pathOf(route.template, ids);
  return { route, what, path, body, headers: { ...(!form && JSON_TYPE), ...headers } };
}

const shown = (value: unknown) => JSON.stringify(value).slice(0, 40);

beforeAll(async () => {
  stripe = await StripeServer.start();
  const environment = { ADMIN_EMAILS: 'student@example.org', ...stripe.environment };
  system = await startSystem(environment, ['main']);
  await stripe.deliverTo(`${system.url}/api/v1/payment/webhook`);
  await new Api(system).signIn('student@example.org');
  student = await new Api(system).signIn('student@example.org');
  const other = await new Api(system).signIn('other@example.org');
  const { body: account } = await other.get<{ id: string }>('/auth/me');
  ids = { ...(await privateThesis(student, stripe)), 'users/{id}': account.id };
  await endJob(ids['jobs/{jobId}']);
}, 120_000);

afterAll(async () => {
  await system.stop();
  await stripe.stop();
});

/** A document that is being written refuses most changes before it looks at them. */
const endJob = (jobId: string | undefined) => student.post(`/jobs/${jobId ?? ''}/cancel`);

it('knows a good body for every route that takes one', async () => {
  for (const route of withBody) {
    const good = await student.request<{ code?: string; jobId?: string } | undefined>(
      route.method,
      pathOf(route.template, ids),
      validBody(nameOf(route), ids),
      { 'If-Match': '*' },
    );
    const { code, jobId } = good.body ?? {};
    expect([nameOf(route), code]).not.toEqual([nameOf(route), 'VALIDATION_FAILED']);
    expect(good.status).not.toBe(404);
    if (jobId !== undefined) await endJob(jobId);
  }
});

describe('a hostile value in a field', () => {
  it.each(withBody.map((route) => [nameOf(route), route] as const))(
    'is refused or stored, and never an accident: %s',
    async (name, route) => {
      const paths = fieldPaths(route.body ?? {});
      expect(paths.length).toBeGreaterThan(0);
      const attacks = paths.flatMap((path) =>
        HOSTILE.map((value) => {
          const body = JSON.stringify(withField(validBody(name, ids), path, value));
          return attackOn(route, `/${path.join('/')} = ${shown(value)}`, body);
        }),
      );
      expect(await failures(attacks)).toEqual([]);
    },
  );

  const upload = (file: BlobPart, name: string, fields: Record<string, string>) => {
    const route = ROUTES.find((one) => nameOf(one) === 'POST /documents/{id}/sources');
    if (route === undefined) throw new Error('no such route');
    const form = sourceForm(file, name);
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    return attackOn(route, `${name}: ${shown(fields)}`, form);
  };

  it('of a form is no accident either', async () => {
    const fields = ['title', 'authors', 'year', '__proto__', 'file', 'a[b][c]'];
    // prose is refused as a file, once the fields are found good, and costs no reading
    const attacks = fields.flatMap((field) =>
      NAUGHTY_STRINGS.map((value) => upload('Just prose.', 'prose.txt', { [field]: value })),
    );
    expect(await failures(attacks)).toEqual([]);
  });

  it('is stored of a work as well as of a document', async () => {
    const pdf = await makePdf(['Learners who recall what they have read remember it. '.repeat(20)]);
    const words = NAUGHTY_STRINGS.slice(0, 15);
    const attacks = words.map((value) =>
      upload(new Uint8Array(pdf), 'work.pdf', { title: value, authors: value }),
    );
    expect(await failures(attacks)).toEqual([]);
  }, 30_000);
});

const BROKEN_JSON = [
  '',
  '{',
  '{"a":}',
  '[',
  '"',
  'nul',
  '{"a":1}{',
  '\u0000',
  '\ufeff{}',
  "{'a':1}",
];
const NOT_OBJECTS = ['[]', 'null', '7', '"text"', 'true', '[{}]', '{"__proto__":{"admin":true}}'];
const TYPES = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'application/json; charset=utf-16',
  'application/json; charset=nonsense',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'nonsense',
];

describe('a body that is none', () => {
  it.each(
    ROUTES.filter(({ method }) => method !== 'GET').map((one) => [nameOf(one), one] as const),
  )('is answered with a problem: %s', async (_, route) => {
    // an unreadable body must not cost the caller the session that the suite needs
    const anonymous = route.template === '/auth/logout' ? { Authorization: '' } : {};
    const removes = route.method === 'DELETE' ? { Authorization: 'Bearer none' } : {};
    const headers = { ...anonymous, ...removes };
    const attacks = [
      ...[...BROKEN_JSON, ...NOT_OBJECTS].map((body) => attackOn(route, body, body, headers)),
      ...LEVELS.flatMap((levels) =>
        [deepArray(levels), deepObject(levels)].map((body, index) => {
          const key = { 'Idempotency-Key': `deep-${String(levels)}-${String(index)}` };
          return attackOn(route, `${String(levels)} levels`, body, { ...headers, ...key });
        }),
      ),
      ...TYPES.map((type) => attackOn(route, type, 'a=b', { ...headers, 'Content-Type': type })),
      attackOn(route, 'compressed, but not', 'a=b', { ...headers, 'Content-Encoding': 'gzip' }),
      attackOn(route, 'unknown coding', 'a=b', { ...headers, 'Content-Encoding': 'x' }),
    ];
    expect(await failures(attacks)).toEqual([]);
  });
});

const ODD_SEGMENTS = [
  '%00',
  '%',
  '%zz',
  '%E0%A4%A',
  '%ff%fe',
  '%ud800',
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e',
  '%0d%0aSet-Cookie:%20a=b',
  '0',
  'null',
  '__proto__',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  "'%20or%20'1'='1",
  'a'.repeat(5000),
];
const ODD_QUERIES = [
  'page=-1',
  'page=1e9',
  'page=NaN&perPage=Infinity',
  'page=99999999999999999999',
  'page=1&page=2',
  'page[]=1&perPage[a]=2',
  'page=%00',
  'perPage=%F0%9F%98%80',
  '%=%',
  '__proto__[a]=1',
  'page=1000000&perPage=100',
  `${'a=1&'.repeat(2000)}`,
];

describe('an odd address', () => {
  it('is answered with a problem, whatever stands in its path', async () => {
    const attacks = ROUTES.filter(({ template }) => template.includes('{')).flatMap((route) =>
      [...route.template.matchAll(/\w+\/\{\w+\}/g)].flatMap(([parameter = '']) =>
        ODD_SEGMENTS.map((segment) => {
          const mark = 'segment';
          const path = pathOf(route.template, { ...ids, [parameter]: mark }).replace(mark, segment);
          const body = route.method === 'GET' || route.method === 'DELETE' ? undefined : '{}';
          return { ...attackOn(route, `${parameter} = ${segment}`, body), path };
        }),
      ),
    );
    expect(await failures(attacks)).toEqual([]);
  });

  it('is answered with a problem, whatever stands in its query', async () => {
    const attacks = ROUTES.filter(({ method }) => method === 'GET').flatMap((route) =>
      ODD_QUERIES.map((query) => {
        const attack = attackOn(route, query, undefined);
        return { ...attack, path: `${attack.path}?${query}` };
      }),
    );
    expect(await failures(attacks)).toEqual([]);
  });
});

describe('text that was taken in', () => {
  it('can be exported, whatever characters it has', async () => {
    const texts = NAUGHTY_STRINGS.filter((text) => text.trim() !== '' && text.isWellFormed())
      .filter((text) => !text.includes('\u0000'))
      // citations have to lead to a source of the document
      .map((text) => text.replaceAll('@', 'at '));
    const essay = { ...PLAIN_ESSAY, title: texts.join(' ').slice(0, 400) };
    const { body } = await student.post<{ id: string }>('/documents', essay);
    const path = `/documents/${body.id}`;
    const outline = { sections: texts.map((text) => ({ title: text.slice(0, 300), level: 1 })) };
    const saved = await student.request<{ sections: { id: string }[] }>(
      'PUT',
      `${path}/outline`,
      outline,
    );
    expect(saved.status).toBe(200);
    for (const [index, { id }] of saved.body.sections.entries()) {
      const patch = { content: texts[index] };
      const edit = { 'If-Match': '*' };
      const { status } = await student.request('PATCH', `${path}/sections/${id}`, patch, edit);
      expect([shown(texts[index]), status]).toEqual([shown(texts[index]), 200]);
    }
    for (const format of ['docx', 'pdf', 'md']) {
      expect(await student.post(`${path}/export`, { format })).toMatchObject({ status: 201 });
    }
  }, 30_000);
});

it('has stopped no process and left the account usable', async () => {
  expect((await student.get('/auth/me')).status).toBe(200);
});
