import { type ChildProcess, execFile } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Author } from '../support/faults/authors';
import { Balancer } from '../support/faults/balancer';
import { builtBackend, earlierVersion } from '../support/faults/old-version';
import { printTable, roundsOf } from '../support/faults/rounds';
import { StudentLoad } from '../support/faults/student-load';
import { WritingModel } from '../support/faults/writing-model';
import { BACKEND, freePort, startSystem, type System } from '../support/system';

/*
 * An earlier version serves students on its own schema; the schema of this one comes while they work,
 * the earlier one goes on serving on it, then its processes are replaced one by one.
 */

const ROUNDS = roundsOf({ few: 1, full: 10 });
const ROUND_MS = 150_000;
const BUILD_MS = 300_000;
const FIRST_MIGRATION = 'Initial1763800000000';
const CLIENTS = 4;
const SECTIONS = 3;
const PACE_MS = 300;
const POLL_MS = 20;
/** The balancer looks ten times a second, and is as busy as all others. */
const DRAIN_S = 2;
/** How long the versions serve by themselves: before, and on the new schema. */
const STAY_MS = 1_500;
const DOCUMENTS = 20;

interface Round {
  requests: number;
  /** Of the old version on the schema of the new one. */
  between: number;
  failed: string[];
  migrations: number;
  /** Milliseconds. */
  migrated: number;
  written: string[];
}

const earlier = earlierVersion();
if ('missing' in earlier) process.stdout.write(`No upgrade is tried: ${earlier.missing}.\n`);
const describeIfThere = 'missing' in earlier ? describe.skip : describe;

let old: string;
let model: WritingModel;
const rounds: Round[] = [];

/** Migrations as an operator runs them, of the version in `build`. */
async function migrate(system: System, build: string): Promise<void> {
  const env = {
    PATH: process.env['PATH'],
    DATABASE_URL: system.servingUrl,
    DATABASE_OWNER_URL: system.databaseUrl,
    REDIS_URL: 'redis://127.0.0.1',
    TESIGO_DATA_DIR: system.dataDir,
  };
  // A version that knows of one role only has that of the owner
  if (build === old) env.DATABASE_URL = system.databaseUrl;
  await promisify(execFile)(process.execPath, [join(build, 'database/migrate.js')], { env });
}

const applied = async (system: System) =>
  (await system.query<{ n: number }>('select count(*)::int as n from migrations'))[0]?.n ?? 0;

/** Two APIs behind a balancer and a worker, of one version and then of the other. */
class Deployment {
  private apis: ChildProcess[] = [];
  private worker: ChildProcess | undefined;

  private constructor(
    readonly system: System,
    private readonly balancer: Balancer,
    private readonly ports: readonly number[],
  ) {}

  static async ofOldVersion(): Promise<Deployment> {
    const front = await freePort();
    const ports = [await freePort(), await freePort()];
    const variables = {
      PUBLIC_URL: `http://127.0.0.1:${String(front)}`,
      OPENAI_BASE_URL: model.url,
      LLM_MODELS: 'paced',
      DAILY_TOKEN_LIMIT: '1000000000',
      DRAIN_S: String(DRAIN_S),
    };
    const system = await startSystem(variables, [], { lastMigration: FIRST_MIGRATION });
    await migrate(system, old);
    const balancer = new Balancer(ports);
    await balancer.listen(front);
    const deployment = new Deployment(system, balancer, ports);
    deployment.worker = await system.start('worker', {}, old);
    for (const port of ports) deployment.apis.push(await deployment.api(port, old));
    return deployment;
  }

  private async api(port: number, build: string): Promise<ChildProcess> {
    const child = await this.system.start('main', { PORT: String(port) }, build);
    while (!this.balancer.isReady(port)) await delay(POLL_MS);
    return child;
  }

  async replace(): Promise<void> {
    for (const [index, port] of this.ports.entries()) {
      // Nobody is taken away while another is away
      while (!this.ports.every((one) => this.balancer.isReady(one))) await delay(POLL_MS);
      await ended(this.apis[index]);
      this.apis[index] = await this.api(port, BACKEND);
    }
    await ended(this.worker);
    this.worker = await this.system.start('worker');
  }

  async stop(): Promise<void> {
    await this.balancer.stop();
    await this.system.stop();
  }
}

async function ended(child: ChildProcess | undefined): Promise<void> {
  const exited = child && once(child, 'exit');
  child?.kill('SIGTERM');
  await exited;
}

async function upgrade(): Promise<Round> {
  const deployment = await Deployment.ofOldVersion();
  const { system } = deployment;
  try {
    const author = await Author.signIn(system);
    const toWrite = await author.documents(DOCUMENTS, SECTIONS);
    const load = new StudentLoad(author, await author.documents(CLIENTS, 1), toWrite);
    load.phase = 'before';
    await delay(STAY_MS);
    const before = await applied(system);
    const started = performance.now();
    load.phase = 'migrating';
    await migrate(system, BACKEND);
    const migrated = performance.now() - started;
    const asked = load.requests;
    load.phase = 'on the new schema';
    await delay(STAY_MS);
    const between = load.requests - asked;
    load.phase = 'replacing';
    await deployment.replace();
    load.phase = 'after';
    await delay(STAY_MS);
    await load.end();
    const { requests, failed, jobIds } = load;
    const written = await author.ended(jobIds);
    const migrations = (await applied(system)) - before;
    return { requests, between, failed, migrations, migrated, written };
  } finally {
    await deployment.stop();
  }
}

const sum = (of: (round: Round) => number) => rounds.reduce((total, one) => total + of(one), 0);

describeIfThere('a rolling upgrade under load', () => {
  beforeAll(
    async () => {
      model = await WritingModel.start(PACE_MS);
      old = await builtBackend('commit' in earlier ? earlier.commit : '');
      for (let round = 0; round < ROUNDS; round += 1) rounds.push(await upgrade());
    },
    BUILD_MS + ROUNDS * ROUND_MS,
  );

  afterAll(async () => {
    await model.stop();
    printTable(`rolling upgrades from ${JSON.stringify(earlier)}, ${String(ROUNDS)} times`, [
      ['requests', sum(({ requests }) => requests)],
      ['of these of old code on the new schema', sum(({ between }) => between)],
      ['failed', sum(({ failed }) => failed.length)],
      ['migrations each time', rounds[0]?.migrations ?? 0],
      ['slowest migration', `${Math.max(...rounds.map((one) => one.migrated)).toFixed(0)} ms`],
      ['documents written', sum(({ written }) => written.length)],
    ]);
  });

  it('comes from an older schema, on which nothing waits', () => {
    expect(rounds).toHaveLength(ROUNDS);
    expect(rounds.filter(({ migrations }) => migrations === 0)).toEqual([]);
  });

  it('fails no request, of either version', () => {
    for (const { between } of rounds) expect(between).toBeGreaterThan(10);
    expect(rounds.flatMap(({ failed }) => failed)).toEqual([]);
  });

  it('loses no document that was being written', () => {
    const states = rounds.flatMap(({ written }) => written);
    expect(states.length).toBeGreaterThanOrEqual(ROUNDS);
    expect(states.filter((one) => one !== 'completed')).toEqual([]);
  });
});
