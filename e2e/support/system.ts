import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { testDatabase } from '../../backend/src/testing/test-database';
import { testRedisUrl } from '../../backend/src/testing/test-redis';

export const BACKEND = resolve(__dirname, '../../dist/backend');
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 15_000;

export type Role = 'main' | 'worker';

/** A started product: its own database, data directory and processes. */
export interface System {
  url: string;
  /** As the owner of the database; the processes serve as a role that owns nothing. */
  databaseUrl: string;
  servingUrl: string;
  dataDir: string;
  /** Where development mail lands. */
  mailDir: string;
  /**
   * Starts one more process of the system, with `variables` of its own, ready when resolved.
   * @param build the folder of another version's backend; else this one's
   */
  start(role: Role, variables?: Record<string, string>, build?: string): Promise<ChildProcess>;
  /** Everything that its processes have written so far, both streams. */
  output(): string;
  /** Asks the system's own database. */
  query<Row>(statement: string, parameters?: unknown[]): Promise<Row[]>;
  /** Ends every process that was started, and removes database and data. */
  stop(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

async function ready(child: ChildProcess, role: Role, output: () => string): Promise<void> {
  const timeout = AbortSignal.timeout(START_TIMEOUT_MS);
  const exited = once(child, 'exit', { signal: timeout }).then(() => {
    throw new Error(`${role} stopped at start:\n${output()}`);
  });
  await Promise.race([once(child, 'message', { signal: timeout }), exited]);
  exited.catch(() => undefined);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const kill = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
  await exited;
  clearTimeout(kill);
}

export interface DatabaseOptions {
  /** The PostgreSQL server to make it on, for who breaks servers; else that of all tests. */
  server?: string;
  /** How far it is migrated; else to the newest schema. */
  lastMigration?: string;
}

/** Starts the built API and one worker on a database of their own. */
export async function startSystem(
  variables: Record<string, string> = {},
  roles: readonly Role[] = ['main', 'worker'],
  { server, lastMigration }: DatabaseOptions = {},
): Promise<System> {
  const database = await testDatabase([], server, lastMigration);
  const dataDir = mkdtempSync(join(tmpdir(), 'tesigo-e2e-'));
  const port = String(await freePort());
  const children: ChildProcess[] = [];
  const chunks: Buffer[] = [];
  const output = () => Buffer.concat(chunks).toString();
  const environment = {
    PATH: process.env['PATH'],
    PORT: port,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATABASE_URL: database.servingUrl,
    REDIS_URL: testRedisUrl(),
    // Systems of several suites share one Redis server
    REDIS_PREFIX: `e2e-${port}-${String(process.pid)}`,
    TESIGO_DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    RATE_LIMIT_DISABLED: 'true',
    // no suite asks the public services; one that needs providers brings its own
    SOURCE_PROVIDERS: '',
    ...variables,
  };
  const start = async (role: Role, own: Record<string, string> = {}, build = BACKEND) => {
    const child = spawn(process.execPath, [join(build, `${role}.js`)], {
      env: { ...environment, ...own },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    children.push(child);
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    await ready(child, role, output);
    return child;
  };
  const stop = async () => {
    await Promise.all(children.map(end));
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  for (const role of roles) await start(role);
  return {
    url: environment.PUBLIC_URL,
    databaseUrl: database.url,
    servingUrl: database.servingUrl,
    dataDir,
    mailDir: join(dataDir, 'mail'),
    start,
    output,
    query: (statement, parameters) => database.dataSource.query(statement, parameters),
    stop,
  };
}
