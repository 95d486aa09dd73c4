import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { StripeObject } from '../../backend/src/testing/stripe/objects';
import { signatureOf, StripeServer } from '../../backend/src/testing/stripe/stripe-server';
import { Author, expected } from '../support/faults/authors';
import { printTable, roundsOf, seeded } from '../support/faults/rounds';
import { startSystem, type System } from '../support/system';

/*
 * API and worker are killed while Stripe tells of a payment, each event five times and all at once:
 * whatever was committed and not answered, or answered and not carried on, there is one credit and
 * one job, and what was not answered is told again.
 */

const ROUNDS = roundsOf({ few: 3, full: 100 });
const ROUND_MS = 90_000;
const TIMES = 5;
/** From the first event; the last is answered at about this time. */
const BURST_MS = 150;

interface Round {
  ms: number;
  answered: number;
  cutOff: number;
  others: number[];
  status: string;
  credits: number;
  jobs: number;
  ended: string[];
}

interface Intent {
  paymentId: string;
  clientSecret: string;
}

let stripe: StripeServer;
let system: System;
let author: Author;
let processes: ChildProcess[];
const rounds: Round[] = [];

/** The status that the webhook answers; undefined when there is nobody to answer. */
async function tell(event: StripeObject): Promise<number | undefined> {
  const payload = JSON.stringify(event);
  const headers = {
    'content-type': 'application/json',
    'stripe-signature': signatureOf(payload),
  };
  const url = `${system.url}/api/v1/payment/webhook`;
  const answer = fetch(url, { method: 'POST', headers, body: payload });
  return (await answer.catch(() => undefined))?.status;
}

async function killAll(): Promise<void> {
  const exited = processes.map((child) => once(child, 'exit'));
  for (const child of processes) child.kill('SIGKILL');
  await Promise.all(exited);
}

async function startAll(): Promise<void> {
  processes = [await system.start('main'), await system.start('worker')];
}

async function offered(documentId: string): Promise<Intent & { events: StripeObject[] }> {
  const known = (await stripe.events()).length;
  const body = { documentId };
  const intent = await expected(201, author.api.post<Intent>('/payment/create-intent', body));
  const intentId = intent.clientSecret.replace(/_secret_.*/, '');
  await stripe.attempt(intentId, 'declined');
  await stripe.attempt(intentId);
  return { ...intent, events: (await stripe.events()).slice(known) };
}

/** Jobs of a document, when there are any. */
async function jobsOf(documentId: string): Promise<string[]> {
  const sql = 'select id from jobs where document_id = $1';
  for (;;) {
    const rows = await system.query<{ id: string }>(sql, [documentId]);
    if (rows.length > 0) return rows.map(({ id }) => id);
    await delay(100);
  }
}

async function creditsOf(paymentId: string): Promise<number> {
  const rows = await system.query(
    `select 1 from ledger_entries e join ledger_transactions t on t.id = e.transaction_id
     where t.payment_id = $1 and account = 'sales'`,
    [paymentId],
  );
  return rows.length;
}

async function oneRound(random: () => number): Promise<void> {
  const documentId = await author.document(`No. ${String(rounds.length)}`, 1);
  const { paymentId, events } = await offered(documentId);
  const burst = Array.from({ length: TIMES }, () => events)
    .flat()
    .map((event) => ({ event, order: random() }))
    .sort((one, other) => one.order - other.order);
  const ms = Math.round(random() * BURST_MS);
  const telling = Promise.all(
    burst.map(async ({ event }) => ({ event, status: await tell(event) })),
  );
  await delay(ms);
  await killAll();
  const told = await telling;
  await startAll();
  const unanswered = told.filter(({ status }) => status !== 200).map(({ event }) => event);
  const again = await Promise.all(unanswered.map(tell));
  const jobs = await jobsOf(documentId);
  const ended = await author.ended(jobs);
  const { body } = await author.api.get<{ status: string }>(`/payment/${paymentId}`);
  rounds.push({
    ms,
    answered: told.filter(({ status }) => status === 200).length,
    cutOff: told.filter(({ status }) => status === undefined).length,
    others: [...told.map(({ status }) => status), ...again].flatMap((status) =>
      status === undefined || status === 200 ? [] : status,
    ),
    status: body.status,
    credits: await creditsOf(paymentId),
    jobs: (await jobsOf(documentId)).length,
    ended,
  });
}

beforeAll(
  async () => {
    stripe = await StripeServer.start();
    system = await startSystem(stripe.environment, []);
    await startAll();
    author = await Author.signIn(system);
    const random = seeded('payment-kill');
    for (let round = 0; round < ROUNDS; round += 1) await oneRound(random);
  },
  60_000 + ROUNDS * ROUND_MS,
);

afterAll(async () => {
  const sum = (of: (round: Round) => number) => rounds.reduce((all, one) => all + of(one), 0);
  printTable(`kill -9 of API and worker while Stripe tells, ${String(rounds.length)} points`, [
    ['events answered', sum(({ answered }) => answered)],
    ['cut off', sum(({ cutOff }) => cutOff)],
    ['credits', sum(({ credits }) => credits)],
    ['jobs', sum(({ jobs }) => jobs)],
  ]);
  await system.stop();
  await stripe.stop();
});

describe('API and worker that are killed while Stripe tells of a payment', () => {
  it('answer an event properly or not at all', () => {
    expect(rounds).toHaveLength(ROUNDS);
    expect(rounds.flatMap(({ others }) => others)).toEqual([]);
    expect(rounds.some(({ cutOff }) => cutOff > 0)).toBe(true);
  });

  it('have one credit and one job of each payment, and the job is done', () => {
    const wrong = rounds.filter(
      ({ status, credits, jobs, ended }) =>
        status !== 'paid' || credits !== 1 || jobs !== 1 || ended.join() !== 'completed',
    );
    expect(wrong).toEqual([]);
  });

  it('leave books that sum to zero', async () => {
    const sql = 'select coalesce(sum(amount), 0)::int as sum from ledger_entries';
    expect(await system.query(sql)).toEqual([{ sum: 0 }]);
  });
});
