import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { percentile } from '../support/observer';
import { Author } from '../support/faults/authors';
import { INSPECTED, settledMemory } from '../support/faults/heap';
import { type Heard, Listeners } from '../support/faults/listeners';
import { isQuiet, quietOrNot } from '../support/faults/quiet';
import { printTable } from '../support/faults/rounds';
import { WritingModel } from '../support/faults/writing-model';
import { startSystem, type System } from '../support/system';

/*
 * A thousand sockets listen to documents that are written, while others have asked for a long
 * log and read nothing of it.
 */

const SOCKETS = 1000;
const WARMING_UP = 50;
const SLOW = 50;
/** More than any buffer on the way takes. */
const LONG_LOG = 40_000;
/** So many that the slowest hundredth is more events than one pause of the disk holds up. */
const DOCUMENTS = 50;
const SECTIONS = 2;
const PACE_MS = 200;
const WITHIN_MS = 50;
const USABLE_MS = 10_000;
const MEMORY = 60 * 1024;
/** A small part of the log, which is over 10 MB long. */
const SLOW_MEMORY = 256 * 1024;
const PATIENCE_MS = 60_000;

let system: System;
let api: ChildProcess;
let model: WritingModel;
let listeners: Listeners;
let slow: Listeners;
let quiet: boolean;
let memory: number;
let slowMemory: number;
let events: number[];
let heard: Heard;
let slowHeard: Heard;

/** A document whose job has ended after as many events. */
async function longStory(author: Author): Promise<string> {
  const documentId = await author.document('A long story', 1);
  const jobId = await author.write(documentId);
  await author.ended([jobId]);
  await system.query(
    `insert into job_events (job_id, seq, data)
     select job_id, n, data || jsonb_build_object('seq', n) from job_events e, jobs j,
       generate_series(j.last_seq + 1, $2) n where j.id = $1 and e.job_id = j.id and e.seq = 1`,
    [jobId, LONG_LOG],
  );
  await system.query('update jobs set last_seq = $2 where id = $1', [jobId, LONG_LOG]);
  return documentId;
}

/** Told once before, so that what only the first sockets and events cost is not counted. */
async function warmUp(author: Author, options: Parameters<Listeners['connect']>[1]): Promise<void> {
  const documentId = await author.document('The first of all', SECTIONS);
  await listeners.connect(
    Array.from({ length: WARMING_UP }, () => documentId),
    options,
  );
  await author.ended([await author.write(documentId)]);
  await until(listeners, ({ done }) => done === WARMING_UP);
  await listeners.close();
}

const settled = () => settledMemory(api, system.output());

async function until(listening: Listeners, isHeard: (heard: Heard) => boolean): Promise<Heard> {
  const deadline = Date.now() + PATIENCE_MS;
  let last = await listening.report();
  let { delays } = last;
  while (!isHeard(last) && Date.now() < deadline) {
    await delay(100);
    last = await listening.report();
    delays = delays.concat(last.delays);
  }
  return { ...last, delays };
}

beforeAll(async () => {
  model = await WritingModel.start(PACE_MS);
  [listeners, slow] = await Promise.all([Listeners.start(), Listeners.start()]);
  const variables = {
    OPENAI_BASE_URL: model.url,
    LLM_MODELS: 'paced',
    DAILY_TOKEN_LIMIT: '1000000000',
    LLM_CALLS_PER_DOCUMENT: '1',
    JOBS_PER_WORKER: '1',
  };
  system = await startSystem(variables, []);
  [api] = await Promise.all([system.start('main', INSPECTED), system.start('worker')]);
  const author = await Author.signIn(system);
  const documentIds = await author.documents(DOCUMENTS, SECTIONS);
  const story = await longStory(author);
  const options = { url: system.url, token: author.api.token, reading: true };
  await warmUp(author, options);
  const listened = Array.from({ length: SOCKETS }, (_, n) => documentIds[n % DOCUMENTS] ?? '');
  const before = await settled();
  await listeners.connect(listened, options);
  const after = await settled();
  memory = (after.resident - before.resident) / SOCKETS;
  await slow.connect(
    Array.from({ length: SLOW }, () => story),
    { ...options, reading: false },
  );
  slowMemory = ((await settled()).held - after.held) / SLOW;
  quiet = await isQuiet();
  // one after the other: how long a crowd waits that hands in at one moment is another question
  for (const id of documentIds) await author.ended([await author.write(id)]);
  heard = await until(listeners, ({ done }) => done === SOCKETS);
  quiet &&= await isQuiet();
  await slow.read();
  slowHeard = await until(slow, ({ done }) => done === SLOW);
  const sql = `select j.last_seq as n from unnest($1::uuid[]) with ordinality as d (id, place)
    join jobs j on j.document_id = d.id order by place`;
  const lengths = await system.query<{ n: number }>(sql, [documentIds]);
  events = listened.map((_, index) => lengths[index % DOCUMENTS]?.n ?? 0);
}, 300_000);

afterAll(async () => {
  await Promise.all([listeners.stop(), slow.stop(), system.stop()]);
  await model.stop();
  const within = [0.5, 0.99, 1].map((share) => percentile(heard.delays, share).toFixed(0));
  printTable(`${String(SOCKETS)} sockets, ${quietOrNot(quiet)}`, [
    ['messages of progress', heard.delays.length],
    ['heard after, ms: median, p99, slowest', within.join(', ')],
    ['memory a client, kB', (memory / 1024).toFixed(1)],
    [`memory a client of ${String(SLOW)} that read nothing, kB`, (slowMemory / 1024).toFixed(1)],
  ]);
});

describe('a thousand sockets', () => {
  it('are each told everything, in order', () => {
    expect(heard).toMatchObject({ open: SOCKETS, disordered: 0, done: SOCKETS });
    expect(heard.counts).toEqual(events);
  });

  it('are told in time, whoever reads nothing', () => {
    expect(percentile(heard.delays, 0.99)).toBeLessThanOrEqual(quiet ? WITHIN_MS : USABLE_MS);
  });

  it('take little memory, also those that read nothing', () => {
    expect(memory).toBeLessThanOrEqual(MEMORY);
    expect(slowMemory).toBeLessThanOrEqual(SLOW_MEMORY);
  });

  it('that have read nothing are told all of it when they do', () => {
    expect(slowHeard).toMatchObject({ disordered: 0, done: SLOW });
    expect(new Set(slowHeard.counts)).toEqual(new Set([LONG_LOG]));
  });
});
