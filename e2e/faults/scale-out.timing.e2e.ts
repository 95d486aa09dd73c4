import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Api } from '../support/api';
import { Author, expected, type Job } from '../support/faults/authors';
import { isQuiet, quietOrNot } from '../support/faults/quiet';
import { printTable, roundsOf } from '../support/faults/rounds';
import { WritingModel } from '../support/faults/writing-model';
import { freePort, startSystem, type System } from '../support/system';

/*
 * Three workers and two APIs beside one of each: how many documents an hour they write with a model
 * that takes its time, as real ones do, so that the processors of one machine are not the limit.
 */

const WORKERS = 3;
const DOCUMENTS = roundsOf({ few: 6, full: 45 });
const PACE_MS = 800;
/** Fewer are over before every worker has had its share: they are counted, and not judged. */
const ENOUGH = 10 * WORKERS;
/** Within a tenth of linear. */
const SPEED_UP = 0.9 * WORKERS;

let system: System;
let model: WritingModel;
let author: Author;
let quiet: boolean;
let alone: number;
let together: number;
let writers: number;

/** The next measurement has the same work. */
async function unwrite(): Promise<void> {
  await system.query(`update sections set status = 'planned', content = ''`);
  await system.query('delete from abstracts');
}

/** Documents an hour, handed in to several APIs in turn. */
async function throughput(documentIds: readonly string[], apis: readonly Api[]): Promise<number> {
  await unwrite();
  const since = performance.now();
  const handedIn = documentIds.map((documentId, index) =>
    expected<Job>(
      202,
      (apis[index % apis.length] ?? author.api).post('/jobs/generate/document-async', {
        documentId,
      }),
    ),
  );
  const jobIds = (await Promise.all(handedIn)).map(({ jobId }) => jobId);
  expect(await author.ended(jobIds)).toEqual(jobIds.map(() => 'completed'));
  return (3_600_000 * documentIds.length) / (performance.now() - since);
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  await exited;
}

beforeAll(async () => {
  model = await WritingModel.start(PACE_MS);
  const variables = {
    OPENAI_BASE_URL: model.url,
    LLM_MODELS: 'paced',
    LLM_POLISH: 'false',
    LLM_SUPPORT_CHECK: 'false',
    DAILY_TOKEN_LIMIT: '1000000000',
    JOBS_PER_WORKER: '1',
  };
  system = await startSystem(variables, ['main']);
  const port = await freePort();
  const second = await system.start('main', { PORT: String(port) });
  const workers: ChildProcess[] = [];
  for (let n = 0; n < WORKERS; n += 1) workers.push(await system.start('worker'));
  author = await Author.signIn(system);
  const other = new Api({ url: `http://127.0.0.1:${String(port)}`, mailDir: system.mailDir });
  other.token = author.api.token;
  const documentIds = await author.documents(DOCUMENTS, 1);
  // once before, so that every worker has had its first document
  await throughput(documentIds.slice(0, WORKERS), [author.api, other]);
  quiet = await isQuiet();
  together = await throughput(documentIds, [author.api, other]);
  for (const worker of workers.slice(1)) await end(worker);
  await end(second);
  writers = workers.filter(
    ({ exitCode, signalCode }) => exitCode === null && signalCode === null,
  ).length;
  alone = await throughput(documentIds, [author.api]);
  quiet &&= await isQuiet();
}, 600_000);

afterAll(async () => {
  await system.stop();
  await model.stop();
  printTable(`documents an hour, ${quietOrNot(quiet)}`, [
    ['1 worker, 1 API', alone.toFixed(0)],
    [`${String(WORKERS)} workers, 2 APIs`, together.toFixed(0)],
    ['times as many', (together / alone).toFixed(2)],
  ]);
});

describe('more workers and APIs', () => {
  it('write as many times more, where processors are not the limit', () => {
    expect(writers).toBe(1);
    if (quiet && DOCUMENTS >= ENOUGH) expect(together / alone).toBeGreaterThanOrEqual(SPEED_UP);
  });
});
