import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { percentile } from '../support/observer';
import { Author } from '../support/faults/authors';
import { PrivateService } from '../support/faults/private-services';
import { printTable, roundsOf, seeded } from '../support/faults/rounds';
import { flawsOf } from '../support/faults/written-once';
import { WritingModel } from '../support/faults/writing-model';
import { startSystem, type System } from '../support/system';
import { PLAIN_ESSAY } from '../support/valid-bodies';

/*
 * PostgreSQL is shut down in `immediate` mode, as by a power cut, and started again, while students
 * make documents and two are written.
 */

const ROUNDS = roundsOf({ few: 2, full: 20 });
const ROUND_MS = 120_000;
const BACK_WITHIN_MS = 15_000;
/** What a machine on which others are busy may take for the recovery of the database itself. */
const BUSY_MACHINE_MS = 20_000;
const CLIENTS = 4;
const PAUSE_MS = 20;
const SECTIONS = 2;
const PACE_MS = 150;

interface Answer {
  /** 0 where there was none. */
  status: number;
  id: string;
}

interface Round {
  answers: Answer[];
  /** Documents that were acknowledged and are not there. */
  lost: number;
  /** From the shutdown to the next document that could be made; of it, how long PostgreSQL took. */
  backMs: number;
  recoveryMs: number;
  states: string[];
  flaws: number;
}

let service: PrivateService;
let system: System;
let model: WritingModel;
let author: Author;
let processes: ChildProcess[];
const rounds: Round[] = [];

/** Makes documents until told to stop. */
async function client(answers: Answer[], isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const answer = await author.api
      .post<{ id: string }>('/documents', PLAIN_ESSAY)
      .catch(() => null);
    answers.push({ status: answer?.status ?? 0, id: answer?.body.id ?? '' });
    await delay(PAUSE_MS);
  }
}

const isMade = ({ status }: Answer) => status === 201;

async function untilMade(answers: readonly Answer[], from: number): Promise<void> {
  const deadline = Date.now() + ROUND_MS / 2;
  while (!answers.slice(from).some(isMade) && Date.now() < deadline) await delay(5);
}

async function lostOf(answers: readonly Answer[]): Promise<number> {
  const ids = answers.filter(isMade).map(({ id }) => id);
  const sql = 'select count(*)::int as n from documents where id = any($1::uuid[])';
  const [row] = await system.query<{ n: number }>(sql, [ids]);
  return ids.length - (row?.n ?? 0);
}

async function oneRound(random: () => number): Promise<void> {
  const titles = ['One', 'Other'];
  const documentIds = await Promise.all(titles.map((title) => author.document(title, SECTIONS)));
  const jobIds = await Promise.all(documentIds.map((id) => author.write(id)));
  const answers: Answer[] = [];
  let over = false;
  const clients = Array.from({ length: CLIENTS }, () => client(answers, () => over));
  await delay(200 + random() * 800);
  const since = performance.now();
  await service.end('SIGQUIT');
  await service.startAgain();
  const recoveryMs = performance.now() - since;
  await untilMade(answers, answers.length);
  const backMs = performance.now() - since;
  over = true;
  await Promise.all(clients);
  const states = await author.ended(jobIds);
  const flaws = await Promise.all(
    jobIds.map((jobId, index) => flawsOf(system, jobId, documentIds[index] ?? '')),
  );
  const flawed = flaws.reduce((sum, one) => sum + one.lost + one.doubled + one.brokenLogs, 0);
  rounds.push({ answers, lost: await lostOf(answers), backMs, recoveryMs, states, flaws: flawed });
}

beforeAll(
  async () => {
    [service, model] = await Promise.all([
      PrivateService.start('postgres'),
      WritingModel.start(PACE_MS),
    ]);
    const variables = {
      OPENAI_BASE_URL: model.url,
      LLM_MODELS: 'paced',
      DAILY_TOKEN_LIMIT: '1000000000',
      JOB_LEASE_S: '5',
    };
    system = await startSystem(variables, [], { server: service.url });
    processes = [await system.start('main'), await system.start('worker')];
    author = await Author.signIn(system);
    const random = seeded('postgres-restart');
    for (let round = 0; round < ROUNDS; round += 1) await oneRound(random);
  },
  120_000 + ROUNDS * ROUND_MS,
);

afterAll(async () => {
  const answers = rounds.flatMap((round) => round.answers);
  const count = (status: number) => answers.filter((one) => one.status === status).length;
  const seconds = (of: (round: Round) => number, share: number) =>
    (percentile(rounds.map(of), share) / 1000).toFixed(1);
  printTable(`PostgreSQL restarted in immediate mode, ${String(rounds.length)} times`, [
    ['writes acknowledged', count(201)],
    ['of these lost', rounds.reduce((sum, { lost }) => sum + lost, 0)],
    ['answered 503', count(503)],
    ['answered otherwise', answers.length - count(201) - count(503)],
    ['back after, median s', seconds(({ backMs }) => backMs, 0.5)],
    ['back after, slowest s', seconds(({ backMs }) => backMs, 1)],
    ['of which recovery, slowest s', seconds(({ recoveryMs }) => recoveryMs, 1)],
    [
      'jobs not completed',
      rounds.flatMap(({ states }) => states).filter((one) => one !== 'completed').length,
    ],
  ]);
  await system.stop();
  await Promise.all([service.stop(), model.stop()]);
});

describe('when PostgreSQL is restarted as by a power cut', () => {
  it('no acknowledged write is lost', () => {
    expect(rounds).toHaveLength(ROUNDS);
    expect(rounds.filter(({ lost }) => lost > 0)).toEqual([]);
  });

  it('requests are answered 503 meanwhile, and nothing else', () => {
    const statuses = new Set(rounds.flatMap(({ answers }) => answers.map(({ status }) => status)));
    expect(statuses).toEqual(new Set([201, 503]));
  });

  it('all is back in time', () => {
    const late = rounds.filter(
      ({ backMs, recoveryMs }) =>
        backMs > Math.max(BACK_WITHIN_MS, Math.min(recoveryMs, BUSY_MACHINE_MS) + 2_000),
    );
    expect(late.map(({ backMs }) => backMs)).toEqual([]);
  });

  it('what is being written goes on, and nothing is lost or written twice', () => {
    const flawed = rounds.filter(
      ({ flaws, states }) => flaws > 0 || states.some((one) => one !== 'completed'),
    );
    expect(flawed.map(({ states, flaws }) => ({ states, flaws }))).toEqual([]);
  });

  it('no process ends', () => {
    expect(processes.map(({ exitCode, signalCode }) => [exitCode, signalCode])).toEqual(
      processes.map(() => [null, null]),
    );
  });
});
