import { setTimeout as delay } from 'node:timers/promises';
import fc from 'fast-check';
import { RESILIENCE } from '../../generation/models/model-policy';
import {
  answered,
  billed,
  FaultLane,
  longestFailure,
  repaired,
} from '../../testing/jobs/fault-lane';
import type { ScriptedReply, SeenRequest } from '../../testing/openai/reply';

/** Seeds of mixes against one model, and against one that is down for good and one behind it. */
const ALONE = 42;
const BEHIND = 24;
const MOST_FAILURES = 10;
const HALF_OPEN_MS = 60;
const CLOSED_FOR_LONG_MS = 60_000;
const ACTS = /try again|resume|check its key/i;

jest.setTimeout(120_000);

const quickFault = fc.constantFrom<ScriptedReply>(
  { kind: 'status', status: 429 },
  { kind: 'status', status: 429, retryAfter: '0' },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
  { kind: 'cut' },
  { kind: 'reset' },
  { kind: 'garbage' },
);
const rareFault = fc.constantFrom<ScriptedReply>(
  { kind: 'status', status: 429, retryAfter: '54000' },
  { kind: 'status', status: 429, code: 'insufficient_quota' },
  { kind: 'status', status: 401 },
);
const slowFault = fc.constantFrom<ScriptedReply>({ kind: 'hang' }, { kind: 'stall' });
const malformed = fc.constant<ScriptedReply>({ kind: 'malformed' });
const good = fc.constant<ScriptedReply>({ kind: 'write' });

/** Anything, faults also many at once. */
const wildMix = fc
  .array(
    fc.oneof(
      { weight: 12, arbitrary: fc.array(good, { minLength: 1, maxLength: 4 }) },
      { weight: 8, arbitrary: fc.array(quickFault, { minLength: 1, maxLength: 7 }) },
      { weight: 2, arbitrary: fc.array(malformed, { minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.array(slowFault, { minLength: 1, maxLength: 1 }) },
      { weight: 1, arbitrary: fc.array(rareFault, { minLength: 1, maxLength: 1 }) },
    ),
    { minLength: 2, maxLength: 9 },
  )
  .map((parts) => parts.flat());

/** Faults that pass before a circuit opens. */
const mildMix = fc
  .array(fc.tuple(fc.array(quickFault, { minLength: 1, maxLength: 2 }), good), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.flat(2));

const mixOf = (mix: fc.Arbitrary<ScriptedReply[]>, seed: number): ScriptedReply[] =>
  fc.sample(mix, { seed, numRuns: 1 })[0] ?? [];

beforeAll(() => {
  jest.replaceProperty(RESILIENCE, 'retryDelaysMs', [1, 2, 4, 8, 16]);
});

afterAll(() => {
  jest.restoreAllMocks();
});

const ONCE = ['abstract', 'outline', 'section 1', 'section 2', 'section 3', 'section 4'];

/** What was sent back to be mended is answered again; nothing else ever is. */
const withoutRepairs = (seen: readonly SeenRequest[]): string[] => {
  const mended = new Set(repaired(seen));
  const answers = answered(seen);
  return answers.filter((one, at) => !mended.has(one) || answers.indexOf(one) === at).sort();
};

/** How the job has ended at first. */
async function proven(lane: FaultLane, replies: ScriptedReply[]): Promise<string> {
  const writing = await lane.begin(replies);
  const job = await lane.ended(writing);
  const seen = await lane.server.seen();
  for (const model of ['wise', 'down']) {
    expect(longestFailure(seen, model)).toBeLessThanOrEqual(MOST_FAILURES);
  }
  const { sections } = await lane.texts(writing);
  expect(job.sectionsDone).toBe(sections.filter(({ content }) => content !== '').length);
  if (job.status !== 'completed') {
    expect(job.error?.detail).toMatch(ACTS);
    expect(job.error?.code).toBe('MODEL_FAILED');
    await delay(2 * HALF_OPEN_MS);
    await lane.resume(writing);
    expect(await lane.ended(writing)).toMatchObject({ status: 'completed' });
    seen.push(...(await lane.server.seen()));
  }
  const texts = await lane.texts(writing);
  expect(texts.sections.map(({ status }) => status)).toEqual(Array(4).fill('written'));
  expect(texts.abstract).toMatchObject({ status: 'written' });
  expect(withoutRepairs(seen)).toEqual(ONCE);
  expect(await lane.ledger(writing)).toEqual({ used: billed(seen), reserved: 0 });
  return job.status;
}

describe('a document whose model fails in every way', () => {
  let alone: FaultLane;
  const ends: string[] = [];

  beforeAll(async () => {
    jest.replaceProperty(RESILIENCE, 'halfOpenAfterMs', HALF_OPEN_MS);
    alone = await FaultLane.start('wise', 'short');
  });

  afterAll(() => alone.stop());

  it.each(Array.from({ length: ALONE }, (_, seed) => seed))(
    'is written whole and paid once, or fails honestly and goes on (mix %i)',
    async (seed) => {
      ends.push(await proven(alone, mixOf(wildMix, seed)));
    },
  );

  it('has met both ends in these mixes', () => {
    expect(new Set(ends)).toEqual(new Set(['completed', 'failed']));
  });

  it('stops asking one that never answers', async () => {
    const fault: ScriptedReply = { kind: 'status', status: 500 };
    expect(await proven(alone, Array<ScriptedReply>(40).fill(fault))).toBe('failed');
  });
});

describe('a document whose first model is down for good', () => {
  let behind: FaultLane;
  let asked = 0;

  beforeAll(async () => {
    jest.replaceProperty(RESILIENCE, 'halfOpenAfterMs', CLOSED_FOR_LONG_MS);
    behind = await FaultLane.start('down,wise', 'long');
  });

  afterAll(() => behind.stop());

  it.each(Array.from({ length: BEHIND }, (_, seed) => seed))(
    'is written by the next one (mix %i)',
    async (seed) => {
      expect(await proven(behind, mixOf(mildMix, seed))).toBe('completed');
      asked += (await behind.server.seen()).filter(({ model }) => model === 'down').length;
    },
  );

  it('has asked the first one ten times at most, in all of them', () => {
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThanOrEqual(MOST_FAILURES);
  });
});
