import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Author } from '../support/faults/authors';
import { type Bill, billOf } from '../support/faults/bill';
import { printTable, roundsOf, seeded } from '../support/faults/rounds';
import { type Flaws, flawsOf } from '../support/faults/written-once';
import { tornSentences } from '../support/faults/torn-sentences';
import { WritingModel } from '../support/faults/writing-model';
import { startSystem, type System } from '../support/system';

/*
 * A worker is killed in the middle of a document, at another point in each round, and another one
 * takes its place. Every fourth round writes one section at a time, the others four. In the last rounds
 * answers come word by word over some seconds, as real ones do, and a kill finds them half written.
 */

const ROUNDS = roundsOf({ few: 4, full: 200 });
const SLOW_ROUNDS = roundsOf({ few: 2, full: 30 });
const ALL_ROUNDS = ROUNDS + SLOW_ROUNDS;
const ROUND_MS = 60_000;
const STREAM_MS = 4_000;
/** Of six calls one after the other and the abstract most, since a document that is done cannot lose any. */
const SLOW_WRITING_MS = 6 * STREAM_MS;
/** After a call has come in, so that it has begun, or others have. */
const SLOW_CALL_MS = 600;
/** Four side by side, between two that frame them. */
const SECTIONS = 6;
/** A call for the text, the polish and the judgement of each section, and one for the abstract. */
const CALLS = 3 * SECTIONS + 1;
const PACE_MS = 60;
/** A worker on a busy machine is not to be taken for dead. */
const LEASE_S = '4';
/** A document takes about so long. */
const WRITING_MS = 3_000;

interface Round extends Bill, Flaws {
  point: string;
  /** Sentences that no source has, which the model has copied. */
  torn: number;
  state: string;
  charged: number;
  isSlow: boolean;
  /** Sections that the killed worker wrote at the same time. */
  atOnce: number;
}

let system: System;
let model: WritingModel;
let author: Author;
let worker: ChildProcess;
const rounds: Round[] = [];

const atOnce = (round: number) => (round % 4 === 3 ? 1 : 4);

const startWorker = (round: number) =>
  system.start('worker', { LLM_CALLS_PER_DOCUMENT: String(atOnce(round)) });

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

async function charged(): Promise<number> {
  const sql = 'select coalesce(sum(used), 0)::int as used from token_usage where user_id = $1';
  return (await system.query<{ used: number }>(sql, [author.userId]))[0]?.used ?? 0;
}

function mostMs(byCall: boolean, isSlow: boolean): number {
  if (byCall) return isSlow ? SLOW_CALL_MS : 0;
  return isSlow ? SLOW_WRITING_MS : WRITING_MS;
}

async function oneRound(round: number, random: () => number): Promise<void> {
  const documentId = await author.document(`Round ${String(round)}`, SECTIONS);
  await model.forget();
  const before = await charged();
  const isSlow = round >= ROUNDS;
  await model.stream(isSlow ? STREAM_MS : 0);
  const byCall = random() < 0.5;
  const call = 1 + Math.floor(random() * CALLS);
  const ms = Math.round(random() * mostMs(byCall, isSlow));
  const jobId = await author.write(documentId);
  if (byCall) await model.reached(call);
  await delay(ms);
  await kill(worker);
  worker = await startWorker(round + 1);
  const [state = ''] = await author.ended([jobId]);
  rounds.push({
    point: `${byCall ? `call ${String(call)} + ` : ''}${String(ms)} ms`,
    state,
    charged: (await charged()) - before,
    isSlow,
    atOnce: atOnce(round),
    ...billOf(await model.calls()),
    ...(await flawsOf(system, jobId, documentId)),
    torn: await tornSentences(system, documentId),
  });
}

beforeAll(
  async () => {
    model = await WritingModel.start(PACE_MS);
    system = await startSystem(
      {
        OPENAI_BASE_URL: model.url,
        LLM_MODELS: 'paced',
        DAILY_TOKEN_LIMIT: '1000000000',
        JOB_LEASE_S: LEASE_S,
      },
      ['main'],
    );
    author = await Author.signIn(system);
    worker = await startWorker(0);
    const random = seeded('worker-kill');
    for (let round = 0; round < ALL_ROUNDS; round += 1) await oneRound(round, random);
  },
  60_000 + ALL_ROUNDS * ROUND_MS,
);

afterAll(async () => {
  const sum = (of: (round: Round) => number) => rounds.reduce((all, one) => all + of(one), 0);
  const slow = (of: (round: Round) => number) => sum((one) => (one.isSlow ? of(one) : 0));
  printTable(`kill -9 of a worker, ${String(rounds.length)} points`, [
    ['jobs', rounds.length],
    ['not completed', rounds.filter(({ state }) => state !== 'completed').length],
    ['sections lost', sum(({ lost }) => lost)],
    ['sections doubled', sum(({ doubled }) => doubled)],
    ['model calls', sum(({ calls }) => calls)],
    ['model calls open at a kill', sum(({ cutOff }) => cutOff)],
    ['model calls gone on with', sum(({ rests }) => rests)],
    ['model calls repeated', sum(({ repeated }) => repeated)],
    ['… after one crash at most', Math.max(...rounds.map(({ repeated }) => repeated))],
    ['… four sections at a time', sum((one) => (one.atOnce === 4 ? one.repeated : 0))],
    ['sentences torn where an answer was gone on with', sum(({ torn }) => torn)],
    ['… answers come slowly: open at a kill', slow(({ cutOff }) => cutOff)],
    ['… gone on with', slow(({ rests }) => rests)],
    ['… repeated', slow(({ repeated }) => repeated)],
    ['tokens charged twice', sum((one) => Math.max(0, one.charged - one.needed))],
  ]);
  await system.stop();
  await model.stop();
});

const broken = (isBroken: (round: Round) => boolean) => rounds.filter(isBroken);

describe('a worker that is killed at any point', () => {
  it('leaves a job that another finishes', () => {
    expect(rounds).toHaveLength(ALL_ROUNDS);
    expect(broken(({ state }) => state !== 'completed')).toEqual([]);
  });

  it('loses no section and doubles none', () => {
    expect(broken(({ lost, doubled, brokenLogs }) => lost + doubled + brokenLogs > 0)).toEqual([]);
  });

  it('has one call repeated at most, however many sections were in hand', () => {
    expect(broken(({ repeated }) => repeated > 1)).toEqual([]);
  });

  it('tears no sentence where an answer is gone on with', () => {
    expect(broken(({ torn }) => torn > 0)).toEqual([]);
  });

  it('has no token charged twice', () => {
    expect(broken((one) => one.charged > one.needed || one.charged > one.billed)).toEqual([]);
  });
});
