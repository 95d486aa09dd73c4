import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { v7 } from 'uuid';
import { Api } from './support/api';
import { startSystem, type System } from './support/system';

interface Route {
  method: string;
  /** Below the API's base path, with its parameters in braces. */
  template: string;
}

interface Refusal {
  status: number;
  /** The body but for what names the request itself. */
  body: Record<string, unknown>;
}

const BASE = '/api/v1';
const PUBLIC = [
  'POST /auth/magic-link',
  'POST /auth/verify-magic-link',
  'POST /auth/refresh',
  'POST /auth/logout',
  'GET /downloads/{token}',
];
const BODIES: Record<string, object> = {
  '/documents/{id}/sources': { doi: '10.1000/182' },
  '/documents/{id}/export': { format: 'pdf' },
};

const { paths } = JSON.parse(
  readFileSync(resolve(__dirname, '../backend/openapi.json'), 'utf8'),
) as { paths: Record<string, Record<string, unknown>> };

const routes: Route[] = Object.entries(paths)
  .filter(([path]) => path.startsWith(BASE))
  .flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => ({
      method: method.toUpperCase(),
      template: path.slice(BASE.length),
    })),
  );
const nameOf = ({ method, template }: Route) => `${method} ${template}`;
const ofDocuments = routes.filter(({ template }) => template.startsWith('/documents/{id}'));

let system: System;
let student: Api;
let stranger: Api;
let documentId: string;

async function call(api: Api, { method, template }: Route, id: string): Promise<Refusal> {
  const path = template
    .replace('{id}', id)
    .replace('{format}', 'pdf')
    .replace(/\{\w+\}/g, () => v7());
  const body = method === 'GET' || method === 'DELETE' ? undefined : (BODIES[template] ?? {});
  const answer = await api.request<Record<string, unknown> | undefined>(method, path, body);
  const { instance: _, requestId: __, ...rest } = answer.body ?? {};
  return { status: answer.status, body: rest };
}

beforeAll(async () => {
  system = await startSystem({}, ['main']);
  student = await new Api(system).signIn('student@example.org');
  stranger = await new Api(system).signIn('stranger@example.org');
  const { body } = await student.post<{ id: string }>('/documents', {
    title: 'Mine alone',
    topic: 'What nobody else is to read or to change',
    language: 'en',
    type: 'essay',
    targetPages: 5,
    citationStyle: 'apa',
  });
  documentId = body.id;
}, 120_000);

afterAll(() => system.stop());

describe('every route of the API document', () => {
  it.each(routes.filter((route) => !PUBLIC.includes(nameOf(route))).map(nameOf))(
    'asks who calls: %s',
    async (name) => {
      const [method = '', template = ''] = name.split(' ');
      const { status, body } = await call(new Api(system), { method, template }, documentId);
      expect({ status, code: body['code'] }).toEqual({ status: 401, code: 'UNAUTHENTICATED' });
    },
  );

  it.each(ofDocuments.map(nameOf))('knows no stranger: %s', async (name) => {
    const [method = '', template = ''] = name.split(' ');
    const foreign = await call(stranger, { method, template }, documentId);
    const random = await call(stranger, { method, template }, v7());
    expect(foreign.status).toBe(404);
    expect(foreign).toEqual(random);
  });

  it('has left the document as it was', async () => {
    const { status, body } = await student.get(`/documents/${documentId}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ title: 'Mine alone', version: 1 });
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
