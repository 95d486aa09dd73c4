import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Author } from '../support/faults/authors';
import { Balancer } from '../support/faults/balancer';
import { isInOrder, watchDrain } from '../support/faults/drain-watch';
import { printTable, roundsOf } from '../support/faults/rounds';
import { StudentLoad } from '../support/faults/student-load';
import { WritingModel } from '../support/faults/writing-model';
import { freePort, startSystem, type System } from '../support/system';

/*
 * Two APIs and a worker are restarted one after the other behind a balancer that goes by their
 * readiness, while students work and documents are written.
 */

const ROUNDS = roundsOf({ few: 1, full: 50 });
const ROUND_MS = 120_000;
/** The balancer looks ten times a second. */
const DRAIN_S = 1;
const CLIENTS = 4;
const SECTIONS = 3;
const PACE_MS = 300;
const POLL_MS = 20;

let system: System;
let model: WritingModel;
let author: Author;
let balancer: Balancer;
let ports: number[];
let apis: ChildProcess[];
let worker: ChildProcess;
let load: StudentLoad;
const drainsInOrder: boolean[] = [];
/** Leases of a worker that has just ended. */
let leftLeases = 0;

async function restartApi(index: number): Promise<void> {
  const port = ports[index] ?? 0;
  const child = apis[index];
  const exited = child && once(child, 'exit');
  const watched = watchDrain(port);
  child?.kill('SIGTERM');
  drainsInOrder.push(isInOrder(await watched));
  await exited;
  apis[index] = await system.start('main', { PORT: String(port) });
  while (!balancer.isReady(port)) await delay(POLL_MS);
}

async function restartWorker(): Promise<void> {
  const exited = once(worker, 'exit');
  worker.kill('SIGTERM');
  await exited;
  const sql = `select count(*)::int as n from jobs where status = 'running'`;
  leftLeases += (await system.query<{ n: number }>(sql))[0]?.n ?? 0;
  worker = await system.start('worker');
}

beforeAll(
  async () => {
    model = await WritingModel.start(PACE_MS);
    const front = await freePort();
    ports = [await freePort(), await freePort()];
    system = await startSystem(
      {
        PUBLIC_URL: `http://127.0.0.1:${String(front)}`,
        OPENAI_BASE_URL: model.url,
        LLM_MODELS: 'paced',
        DAILY_TOKEN_LIMIT: '1000000000',
        DRAIN_S: String(DRAIN_S),
      },
      [],
    );
    worker = await system.start('worker');
    apis = [];
    for (const port of ports) apis.push(await system.start('main', { PORT: String(port) }));
    balancer = new Balancer(ports);
    await balancer.listen(front);
    while (!ports.every((port) => balancer.isReady(port))) await delay(POLL_MS);
    author = await Author.signIn(system);
    const toWrite = await author.documents(2 + 2 * ROUNDS, SECTIONS);
    const others = await author.documents(CLIENTS, 1);
    load = new StudentLoad(author, others, toWrite);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const index of ports.keys()) await restartApi(index);
      await restartWorker();
      await author.stayIn();
    }
    await load.end();
  },
  120_000 + ROUNDS * ROUND_MS,
);

afterAll(async () => {
  const sql = `select count(*)::int as n from job_events where data->>'message' = 'handedOver'`;
  const [row] = await system.query<{ n: number }>(sql);
  printTable(`rolling restarts of two APIs and a worker, ${String(ROUNDS)} times`, [
    ['requests', load.requests],
    ['failed', load.failed.length],
    [
      'APIs drained in order',
      `${String(drainsInOrder.filter(Boolean).length)} of ${String(drainsInOrder.length)}`,
    ],
    ['documents written', load.jobIds.length],
    ['jobs handed over', row?.n ?? 0],
    ['leases left behind', leftLeases],
  ]);
  await balancer.stop();
  await system.stop();
  await model.stop();
});

describe('a rolling restart under load', () => {
  it('fails no request', () => {
    expect(load.requests).toBeGreaterThan(100);
    expect(load.failed).toEqual([]);
  });

  it('says that an API is not ready before it stops to listen', () => {
    expect(drainsInOrder).toEqual(Array.from({ length: 2 * ROUNDS }, () => true));
  });

  it('hands the leases of a worker back before it ends, and no job counts a crash', async () => {
    expect(leftLeases).toBe(0);
    const states = await author.ended(load.jobIds);
    expect(states.filter((one) => one !== 'completed')).toEqual([]);
    const crashed = await system.query('select id from jobs where crashes > 0');
    expect(crashed).toEqual([]);
  });
});
