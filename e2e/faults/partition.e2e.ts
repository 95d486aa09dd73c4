import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { testRedisUrl } from '../../backend/src/testing/test-redis';
import type { TcpProxy } from '../../backend/src/testing/tcp-proxy';
import { Author, type Job } from '../support/faults/authors';
import { NETWORK_FAULTS, type NetworkFault, wayTo } from '../support/faults/network';
import { printTable, roundsOf, seeded } from '../support/faults/rounds';
import { flawsOf } from '../support/faults/written-once';
import { WritingModel } from '../support/faults/writing-model';
import { startSystem, type System } from '../support/system';

/*
 * The network fails between two parts for five seconds, while one document is written, one is
 * handed in and a student looks at both.
 */

const MODEL = 'worker–model';
const WAYS = ['API–PostgreSQL', 'worker–PostgreSQL', 'API–Redis', 'worker–Redis', MODEL];
const FAULTS = Object.keys(NETWORK_FAULTS) as NetworkFault[];
const CASES = WAYS.flatMap((way) => FAULTS.map((fault) => ({ way, fault })));
const ROUNDS = roundsOf({ few: 3, full: CASES.length * 3 });
const ROUND_MS = 180_000;
const GOES_ON_WITHIN_MS = 60_000;
const SECTIONS = 2;
const PACE_MS = 250;
const LOOK_EVERY_MS = 100;
const RESUMED_AFTER_MS = 10_000;

interface Round {
  way: string;
  fault: NetworkFault;
  /** Of the student's requests; 0 where there was no answer. */
  statuses: number[];
  states: string[];
  /** Times that the student had to say so, after a model that was away. */
  resumed: number;
  flaws: number;
  wentOnMs: number;
}

let system: System;
let model: WritingModel;
let author: Author;
let processes: ChildProcess[];
const ways = new Map<string, TcpProxy>();
const rounds: Round[] = [];

async function through(name: string, url: string): Promise<string> {
  const { way, url: address } = await wayTo(url);
  ways.set(name, way);
  return address;
}

/** Looks at a job again and again. */
async function student(jobId: string, statuses: number[], isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const answer = await author.api.get(`/jobs/${jobId}/status`).catch(() => undefined);
    statuses.push(answer?.status ?? 0);
    await delay(LOOK_EVERY_MS);
  }
}

/** Hands a document in as often as it takes, as a student would. */
async function handIn(documentId: string, statuses: number[]): Promise<string> {
  for (;;) {
    const body = { documentId };
    const answer = await author.api.post<Job>('/jobs/generate/document-async', body);
    statuses.push(answer.status);
    if (answer.status < 300) return answer.body.jobId;
    await delay(LOOK_EVERY_MS);
  }
}

/**
 * A model that does not answer is waited for and tried again; when it goes on like that, the job ends
 * saying so, nobody asks the model for a minute, and the student resumes.
 */
async function resumeUntilDone(jobIds: readonly string[]): Promise<number> {
  const deadline = Date.now() + 2 * GOES_ON_WITHIN_MS;
  for (let resumed = 0; ; resumed += 1) {
    const states = await author.ended(jobIds);
    const waiting = jobIds.filter((_, index) => states[index]?.startsWith('failed MODEL_FAILED'));
    if (waiting.length === 0 || Date.now() > deadline) return resumed;
    await delay(RESUMED_AFTER_MS);
    for (const jobId of waiting) await author.api.post(`/jobs/${jobId}/resume`);
  }
}

async function oneRound(way: string, fault: NetworkFault, random: () => number): Promise<void> {
  const titles = ['Is written', 'Comes in between'];
  const documentIds = await Promise.all(titles.map((title) => author.document(title, SECTIONS)));
  const [first = '', second = ''] = documentIds;
  const statuses: number[] = [];
  let over = false;
  const jobIds = [await author.write(first)];
  const looking = student(jobIds[0] ?? '', statuses, () => over);
  await delay(random() * 1000);
  const proxy = ways.get(way);
  if (proxy === undefined) throw new Error(`there is no way ${way}`);
  const mended = NETWORK_FAULTS[fault](proxy);
  const handedIn = handIn(second, statuses);
  await mended;
  const since = performance.now();
  jobIds.push(await handedIn);
  const resumed = await resumeUntilDone(jobIds);
  const states = await author.ended(jobIds);
  const wentOnMs = performance.now() - since;
  over = true;
  await looking;
  const flaws = await Promise.all(
    jobIds.map((jobId, index) => flawsOf(system, jobId, documentIds[index] ?? '')),
  );
  const flawed = flaws.reduce((sum, one) => sum + one.lost + one.doubled + one.brokenLogs, 0);
  rounds.push({ way, fault, statuses, states, resumed, flaws: flawed, wentOnMs });
}

beforeAll(
  async () => {
    model = await WritingModel.start(PACE_MS);
    const variables = {
      OPENAI_BASE_URL: await through(MODEL, model.url),
      LLM_MODELS: 'paced',
      LLM_TIMEOUT_S: '5',
      DAILY_TOKEN_LIMIT: '1000000000',
      JOB_LEASE_S: '5',
    };
    system = await startSystem(variables, []);
    const connected = async (part: string) => ({
      DATABASE_URL: await through(`${part}–PostgreSQL`, system.databaseUrl),
      REDIS_URL: await through(`${part}–Redis`, testRedisUrl()),
    });
    processes = [
      await system.start('main', await connected('API')),
      await system.start('worker', await connected('worker')),
    ];
    author = await Author.signIn(system);
    const random = seeded('partition');
    // a few are spread over all the ways and faults
    const step = ROUNDS < CASES.length ? 7 : 1;
    for (let round = 0; round < ROUNDS; round += 1) {
      const { way = '', fault = 'reset' } = CASES[(round * step) % CASES.length] ?? {};
      await oneRound(way, fault, random);
    }
  },
  60_000 + ROUNDS * ROUND_MS,
);

afterAll(async () => {
  const rows = CASES.flatMap(({ way, fault }) => {
    const own = rounds.filter((round) => round.way === way && round.fault === fault);
    if (own.length === 0) return [];
    const slowest = Math.max(...own.map(({ wentOnMs }) => wentOnMs)) / 1000;
    const unfinished = own.flatMap(({ states }) => states.filter((one) => one !== 'completed'));
    const resumed = own.reduce((sum, one) => sum + one.resumed, 0);
    const answers = own.flatMap(({ statuses }) => statuses);
    const unavailable = answers.filter((status) => status === 503).length;
    return [[way, fault, own.length, unfinished.length, resumed, unavailable, slowest.toFixed(1)]];
  });
  printTable('the network fails for five seconds', [
    [
      ...['between', 'fault', 'times', 'jobs not completed', 'resumed by hand'],
      ...['answered 503', 'all done after, slowest s'],
    ],
    ...rows,
  ]);
  await system.stop();
  for (const way of ways.values()) way.close();
  await model.stop();
});

/** A model that has been away is not asked for a minute. */
const withinMs = (way: string) => (way === MODEL ? 2 : 1) * GOES_ON_WITHIN_MS;

describe('when the network fails between two parts', () => {
  it('everything goes on within a minute', () => {
    expect(rounds).toHaveLength(ROUNDS);
    const late = rounds.filter(
      ({ way, states, wentOnMs }) =>
        wentOnMs > withinMs(way) || states.some((one) => one !== 'completed'),
    );
    expect(late).toEqual([]);
  });

  it('students are told to try again, and nothing else', () => {
    const statuses = new Set(rounds.flatMap((round) => round.statuses));
    expect([...statuses].filter((status) => ![200, 202, 503].includes(status))).toEqual([]);
  });

  it('nothing is lost or written twice', () => {
    expect(rounds.filter(({ flaws }) => flaws > 0)).toEqual([]);
  });

  it('no process ends', () => {
    expect(processes.map(({ exitCode, signalCode }) => [exitCode, signalCode])).toEqual(
      processes.map(() => [null, null]),
    );
  });
});
