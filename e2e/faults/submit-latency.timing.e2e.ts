import { setTimeout as delay } from 'node:timers/promises';
import { percentile } from '../support/observer';
import { Author } from '../support/faults/authors';
import { isQuiet, quietOrNot } from '../support/faults/quiet';
import { printTable, roundsOf } from '../support/faults/rounds';
import { startSystem, type System } from '../support/system';

/* From the moment a student hands a document in to that at which a worker begins its first section. */

const TIMES = roundsOf({ few: 40, full: 500 });
const WARMING_UP = 5;
const WITHIN_MS = { median: 20, slowest: 100 };
const USABLE_MS = 10_000;
/** Students are not all in step with each other, nor with the workers' clocks. */
const PAUSE_MS = 30;

const BEGAN = `select extract(epoch from created_at)::float8 * 1000 as at from job_events
  where job_id = $1 and data->>'message' = 'sectionStarted'`;

let system: System;
let quiet: boolean;
const waits: number[] = [];

async function once(author: Author, documentId: string): Promise<number> {
  const asked = performance.timeOrigin + performance.now();
  const jobId = await author.write(documentId);
  await author.ended([jobId]);
  const [began] = await system.query<{ at: number }>(BEGAN, [jobId]);
  // for the next time
  await system.query(`update sections set status = 'planned', content = ''`);
  return (began?.at ?? Infinity) - asked;
}

beforeAll(async () => {
  system = await startSystem();
  const author = await Author.signIn(system);
  const documentId = await author.document('To be written often', 1);
  for (let time = 0; time < WARMING_UP; time += 1) await once(author, documentId);
  quiet = await isQuiet();
  for (let time = 0; time < TIMES; time += 1) {
    waits.push(await once(author, documentId));
    await delay(Math.random() * PAUSE_MS);
  }
  quiet &&= await isQuiet();
}, 300_000);

afterAll(async () => {
  const shown = [0.5, 0.99, 1].map((share) => percentile(waits, share).toFixed(1));
  printTable(`from handing in to the first section, ${quietOrNot(quiet)}`, [
    ['times', waits.length],
    ['ms: median, p99, slowest', shown.join(', ')],
  ]);
  await system.stop();
});

describe('a document that is handed in', () => {
  it('is begun at once', () => {
    expect(waits).toHaveLength(TIMES);
    const { median, slowest } = quiet ? WITHIN_MS : { median: USABLE_MS, slowest: USABLE_MS };
    expect(percentile(waits, 0.5)).toBeLessThan(median);
    expect(percentile(waits, 0.99)).toBeLessThan(slowest);
  });
});
