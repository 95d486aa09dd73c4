import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { newIdentity } from '../backend/src/backup/snapshot/backup-key';
import { type TestDatabase, testDatabase } from '../backend/src/testing/test-database';
import { testRedisUrl } from '../backend/src/testing/test-redis';
import { freePort } from './support/system';

jest.setTimeout(180_000);

const ROOT = resolve(__dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, 'docker', file), 'utf8');

interface Compose {
  services: Record<string, { command?: string[] }>;
}

const dockerfile = read('Dockerfile').replaceAll('\\\n', ' ');
const { services } = load(read('compose.yaml'), { schema: YAML11_SCHEMA }) as Compose;

/** A command as the image's file has it, in the form of a list. */
function commandAfter(instruction: RegExp): string[] {
  const [, list] = instruction.exec(dockerfile) ?? [];
  if (list === undefined) throw new Error('the Dockerfile has no such command');
  return JSON.parse(list) as string[];
}

const API = commandAfter(/^CMD (\[.*\])$/m);
const HEALTHCHECK = commandAfter(/^HEALTHCHECK .*CMD (\[.*\])$/m);
const commandOf = (service: string) => services[service]?.command ?? [];

let database: TestDatabase;
let directory: string;
let environment: Record<string, string>;
let output = '';
const children: ChildProcess[] = [];

/** Node.js under the name that the image knows it by. */
const inImage = ([program = '', ...args]: string[]): [string, string[]] => [
  program === 'node' ? process.execPath : program,
  args,
];

const finished = (command: string[], own: Record<string, string> = {}) =>
  promisify(execFile)(...inImage(command), { cwd: ROOT, env: { ...environment, ...own } });

function started(command: string[]): ChildProcess {
  const child = spawn(...inImage(command), { cwd: ROOT, env: environment });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  children.push(child);
  return child;
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (await holds().catch(() => false)) return;
    await delay(200);
  }
  throw new Error(`Not in time: ${what}\n${output}`);
}

const rows = (text: string) => database.dataSource.query<Record<string, unknown>[]>(text);

beforeAll(async () => {
  database = await testDatabase([], undefined, 'Initial1763800000000');
  directory = mkdtempSync(join(tmpdir(), 'tesigo-image-'));
  const port = String(await freePort());
  environment = {
    PATH: process.env['PATH'] ?? '',
    NODE_ENV: 'production',
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: database.servingUrl,
    REDIS_URL: testRedisUrl(),
    REDIS_PREFIX: `image-${port}`,
    TESIGO_DATA_DIR: join(directory, 'data'),
    JWT_SECRET: 'q8Vw2nLz7RtYb4XcKm9HsDf3GjPe6AuT',
    BACKUP_KEY: await newIdentity(),
    BACKUP_DIR: join(directory, 'backups'),
    BACKUP_EVERY_MIN: '3',
    SOURCE_PROVIDERS: '',
    DRAIN_S: '0',
  };
});

afterAll(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
  }
  await database.drop();
  rmSync(directory, { recursive: true, force: true });
});

describe('the commands of the image', () => {
  it('migrate, serve, are healthy, write and back up, in production', async () => {
    await finished(commandOf('migration'), { DATABASE_OWNER_URL: database.url });
    started(API);
    const url = `http://127.0.0.1:${environment['PORT'] ?? ''}`;
    await until('ready', async () => (await fetch(`${url}/health/ready`)).status === 200);
    expect((await fetch(`${url}/health/startup`)).status).toBe(200);
    await finished(HEALTHCHECK);
    started(commandOf('worker'));
    await until('a backup', async () => {
      const [backup] = await rows('select error, finished_at from backups');
      if (backup?.['error']) throw new Error(JSON.stringify(backup));
      return (backup?.['finished_at'] ?? null) !== null;
    });
    expect(readdirSync(join(directory, 'backups', 'snapshots'))).toHaveLength(1);
    await until('a drill', async () => {
      const [drill] = await rows('select passed from restore_drills');
      return drill?.['passed'] === true;
    });
  });

  it('say that they are not healthy when nothing answers', async () => {
    const dead = { ...environment, PORT: String(await freePort()) };
    const check = promisify(execFile)(...inImage(HEALTHCHECK), { cwd: ROOT, env: dead });
    await expect(check).rejects.toMatchObject({ code: 1 });
  });
});
