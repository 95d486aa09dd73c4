import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { Author, type Job } from '../support/faults/authors';
import { printTable, roundsOf, seeded } from '../support/faults/rounds';
import { startSystem, type System } from '../support/system';

/*
 * The API is killed while many documents are handed in for writing: what it has accepted is
 * written, what it has not can be handed in again, and nothing is written by two jobs.
 */

const ROUNDS = roundsOf({ few: 3, full: 100 });
const ROUND_MS = 60_000;
const DOCUMENTS = 12;
/** From the first submission; the last is answered at about this time. */
const BURST_MS = 120;

interface Round {
  ms: number;
  accepted: number;
  cutOff: number;
  /** Answers that are neither. */
  others: number[];
  states: string[];
  activeAtOnce: number;
}

let system: System;
let author: Author;
let api: ChildProcess;
let documentIds: string[];
const rounds: Round[] = [];

/** As if nothing had been written, so that each round has something to write. */
const unwrite = () => system.query(`update sections set status = 'planned', content = ''`);

const submit = (documentId: string) =>
  author.api.post<Job>('/jobs/generate/document-async', { documentId }).catch(() => undefined);

async function oneRound(random: () => number): Promise<void> {
  await author.stayIn();
  await unwrite();
  const ms = Math.round(random() * BURST_MS);
  const submitted = Promise.all(documentIds.map(submit));
  await delay(ms);
  const exited = once(api, 'exit');
  api.kill('SIGKILL');
  const answers = await submitted;
  await exited;
  api = await system.start('main');
  const accepted = answers.flatMap((one) => (one?.status === 202 ? one.body.jobId : []));
  const again = await Promise.all(documentIds.map(submit));
  const jobIds = [...new Set([...accepted, ...again.map((one) => one?.body.jobId ?? '')])];
  rounds.push({
    ms,
    accepted: accepted.length,
    cutOff: answers.filter((one) => one === undefined).length,
    others: [...answers, ...again].flatMap((one) =>
      one === undefined || [200, 202].includes(one.status) ? [] : one.status,
    ),
    states: await author.ended(jobIds),
    activeAtOnce: jobIds.length,
  });
}

beforeAll(
  async () => {
    system = await startSystem({}, ['worker']);
    api = await system.start('main');
    author = await Author.signIn(system);
    documentIds = await author.documents(DOCUMENTS, 1);
    const random = seeded('api-kill');
    for (let round = 0; round < ROUNDS; round += 1) await oneRound(random);
  },
  60_000 + ROUNDS * ROUND_MS,
);

afterAll(async () => {
  const sum = (of: (round: Round) => number) => rounds.reduce((all, one) => all + of(one), 0);
  printTable(`kill -9 of the API, ${String(rounds.length)} points`, [
    ['submissions', DOCUMENTS * rounds.length],
    ['accepted', sum(({ accepted }) => accepted)],
    ['cut off', sum(({ cutOff }) => cutOff)],
    ['accepted and lost', sum(({ states }) => states.filter((one) => one !== 'completed').length)],
  ]);
  await system.stop();
});

describe('an API that is killed while documents are handed in', () => {
  it('answers all of them properly or not at all', () => {
    expect(rounds).toHaveLength(ROUNDS);
    expect(rounds.flatMap(({ others }) => others)).toEqual([]);
    expect(rounds.some(({ accepted }) => accepted > 0)).toBe(true);
    expect(rounds.some(({ cutOff }) => cutOff > 0)).toBe(true);
  });

  it('loses none that it has accepted', () => {
    const unfinished = rounds.filter(
      ({ states, activeAtOnce }) =>
        states.length !== activeAtOnce || states.some((one) => one !== 'completed'),
    );
    expect(unfinished).toEqual([]);
  });
});
