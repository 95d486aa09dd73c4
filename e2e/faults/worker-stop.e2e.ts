import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { Author } from '../support/faults/authors';
import { printTable, roundsOf, seeded } from '../support/faults/rounds';
import {
  asWriter,
  claimants,
  logWrites,
  staleWrites,
  type Write,
} from '../support/faults/write-log';
import { type Flaws, flawsOf } from '../support/faults/written-once';
import { WritingModel } from '../support/faults/writing-model';
import { startSystem, type System } from '../support/system';

/*
 * A worker is stopped for twice its lease while it writes, another takes its job over, and the
 * first goes on as if nothing had happened.
 */

const ROUNDS = roundsOf({ few: 1, full: 50 });
const ROUND_MS = 60_000;
const LEASE_S = 2;
const SECTIONS = 5;
/** The writing takes long enough to be still going on when the first worker wakes. */
const PACE_MS = 250;
const STOPPED_WITHIN_MS = 2_000;
const POLL_MS = 20;

interface Round extends Flaws {
  ms: number;
  state: string;
  claims: number;
  stale: Write[];
}

let system: System;
let model: WritingModel;
let author: Author;
const workers: Record<string, ChildProcess> = {};
const rounds: Round[] = [];

async function claimed(jobId: string): Promise<ChildProcess> {
  for (;;) {
    const [name] = await claimants(system, jobId);
    const worker = workers[name ?? ''];
    if (worker !== undefined) return worker;
    await delay(POLL_MS);
  }
}

async function oneRound(round: number, random: () => number): Promise<void> {
  const documentId = await author.document(`Round ${String(round)}`, SECTIONS);
  const ms = Math.round(random() * STOPPED_WITHIN_MS);
  const jobId = await author.write(documentId);
  const worker = await claimed(jobId);
  await delay(ms);
  worker.kill('SIGSTOP');
  await delay(2 * LEASE_S * 1000);
  worker.kill('SIGCONT');
  const [state = ''] = await author.ended([jobId]);
  // what the first may still try to write, it tries now
  await delay(PACE_MS);
  const flaws = await flawsOf(system, jobId, documentId);
  const stale = await staleWrites(system, [jobId]);
  const claims = (await claimants(system, jobId)).length;
  rounds.push({ ms, state, claims, stale, ...flaws });
}

beforeAll(
  async () => {
    model = await WritingModel.start(PACE_MS);
    system = await startSystem(
      {
        OPENAI_BASE_URL: model.url,
        LLM_MODELS: 'paced',
        LLM_CALLS_PER_DOCUMENT: '1',
        DAILY_TOKEN_LIMIT: '1000000000',
        JOB_LEASE_S: String(LEASE_S),
      },
      ['main'],
    );
    await logWrites(system);
    for (const name of ['one', 'other'])
      workers[name] = await system.start('worker', asWriter(name));
    author = await Author.signIn(system);
    const random = seeded('worker-stop');
    for (let round = 0; round < ROUNDS; round += 1) await oneRound(round, random);
  },
  60_000 + ROUNDS * ROUND_MS,
);

afterAll(async () => {
  printTable(`SIGSTOP of a worker for twice its lease, ${String(rounds.length)} times`, [
    ['jobs', rounds.length],
    ['taken over', rounds.filter(({ claims }) => claims > 1).length],
    ['not completed', rounds.filter(({ state }) => state !== 'completed').length],
    ['stale writes', rounds.reduce((sum, { stale }) => sum + stale.length, 0)],
  ]);
  await system.stop();
  await model.stop();
});

describe('a worker that was stopped for twice its lease', () => {
  it('has lost its job to another, which finishes it', () => {
    expect(rounds).toHaveLength(ROUNDS);
    expect(rounds.filter(({ claims, state }) => claims < 2 || state !== 'completed')).toEqual([]);
  });

  it('writes nothing any more', () => {
    expect(rounds.filter(({ stale }) => stale.length > 0)).toEqual([]);
  });

  it('has no section lost or doubled', () => {
    const flawed = rounds.filter((one) => one.lost + one.doubled + one.brokenLogs > 0);
    expect(flawed).toEqual([]);
  });
});
