import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { percentile } from '../support/observer';
import { Author } from '../support/faults/authors';
import { PrivateService } from '../support/faults/private-services';
import { printTable, roundsOf, seeded } from '../support/faults/rounds';
import { flawsOf } from '../support/faults/written-once';
import { WritingModel } from '../support/faults/writing-model';
import { startSystem, type System } from '../support/system';

/*
 * Redis refuses writes for three seconds, is killed and started again, forgets everything: while
 * one document is written, one waits its turn and one is handed in.
 */

const ROUNDS = roundsOf({ few: 1, full: 50 });
const ROUND_MS = 120_000;
const GOES_ON_WITHIN_MS = 60_000;
const REFUSING_MS = 3_000;
const SECTIONS = 2;
const PACE_MS = 150;

const FAULTS = ['refusing', 'restarted', 'flushed'] as const;
type Fault = (typeof FAULTS)[number];

interface Round {
  fault: Fault;
  ms: number;
  /** From the end of the fault to that of the last job. */
  wentOnMs: number;
  states: string[];
  flaws: number;
}

let service: PrivateService;
let system: System;
let model: WritingModel;
let author: Author;
let processes: ChildProcess[];
const rounds: Round[] = [];

const FAULTY: Record<Fault, (redis: Redis) => Promise<void>> = {
  refusing: async (redis) => {
    await redis.config('SET', 'maxmemory', '1');
    await delay(REFUSING_MS);
    await redis.config('SET', 'maxmemory', '0');
  },
  restarted: async () => {
    await service.end('SIGKILL');
    await service.startAgain();
  },
  flushed: async (redis) => {
    await redis.flushall();
  },
};

async function oneRound(fault: Fault, random: () => number): Promise<void> {
  const titles = ['is written', 'waits', 'comes in between'];
  const documentIds = await Promise.all(titles.map((title) => author.document(title, SECTIONS)));
  const [first = '', second = '', third = ''] = documentIds;
  const redis = new Redis(service.url, { retryStrategy: () => 50 });
  redis.on('error', () => undefined);
  const jobIds = [await author.write(first), await author.write(second)];
  const ms = Math.round(random() * 1000);
  await delay(ms);
  const over = FAULTY[fault](redis);
  jobIds.push(await author.write(third));
  await over;
  redis.disconnect();
  const since = performance.now();
  const states = await author.ended(jobIds);
  const wentOnMs = performance.now() - since;
  const flaws = await Promise.all(
    jobIds.map((jobId, index) => flawsOf(system, jobId, documentIds[index] ?? '')),
  );
  const flawed = flaws.reduce((sum, one) => sum + one.lost + one.doubled + one.brokenLogs, 0);
  rounds.push({ fault, ms, wentOnMs, states, flaws: flawed });
}

beforeAll(
  async () => {
    [service, model] = await Promise.all([
      PrivateService.start('redis'),
      WritingModel.start(PACE_MS),
    ]);
    system = await startSystem(
      {
        REDIS_URL: service.url,
        OPENAI_BASE_URL: model.url,
        LLM_MODELS: 'paced',
        DAILY_TOKEN_LIMIT: '1000000000',
        JOBS_PER_WORKER: '1',
      },
      [],
    );
    processes = [await system.start('main'), await system.start('worker')];
    author = await Author.signIn(system);
    const random = seeded('redis-faults');
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const fault of FAULTS) await oneRound(fault, random);
    }
  },
  60_000 + ROUNDS * FAULTS.length * ROUND_MS,
);

afterAll(async () => {
  const rows = FAULTS.map((fault) => {
    const own = rounds.filter((round) => round.fault === fault);
    const waits = own.map(({ wentOnMs }) => wentOnMs / 1000);
    const seconds = [0.5, 1].map((share) => percentile(waits, share).toFixed(1));
    const unfinished = own.flatMap(({ states }) => states.filter((one) => one !== 'completed'));
    return [fault, own.length, 3 * own.length, unfinished.length, ...seconds];
  });
  printTable('Redis', [
    ['', 'times', 'jobs', 'not completed', 'all done after, median s', 'slowest s'],
    ...rows,
  ]);
  await system.stop();
  await Promise.all([service.stop(), model.stop()]);
});

describe('when Redis refuses writes, is restarted or forgets everything', () => {
  it('everything unfinished goes on within a minute', () => {
    expect(rounds).toHaveLength(ROUNDS * FAULTS.length);
    const unfinished = rounds.filter(({ states }) => states.some((one) => one !== 'completed'));
    expect(unfinished).toEqual([]);
    expect(rounds.filter(({ wentOnMs }) => wentOnMs > GOES_ON_WITHIN_MS)).toEqual([]);
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
