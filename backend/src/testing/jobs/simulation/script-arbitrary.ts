import fc from 'fast-check';
import type { HappeningName, Script } from './simulation';

/** How often each thing happens, to the others. Most of the time, work goes on. */
const WEIGHTS: Readonly<Record<HappeningName, number>> = {
  act: 140,
  watch: 15,
  second: 10,
  start: 8,
  sweep: 8,
  thaw: 6,
  redisUp: 5,
  leaseLong: 4,
  unblock: 4,
  resume: 3,
  kill: 2,
  freeze: 2,
  cancel: 2,
  drain: 2,
  ANSWER_LOST: 2,
  UNAVAILABLE: 2,
  MODEL_FAILED: 1,
  TOKEN_LIMIT: 1,
  flush: 1,
  redisDown: 1,
  block: 1,
};

const names = Object.entries(WEIGHTS).flatMap(([name, weight]) =>
  Array.from({ length: weight }, () => name as HappeningName),
);

/** Enough for every hand of every worker. */
const CHOICES = 24;

const happening = fc
  .noBias(fc.nat(names.length * CHOICES - 1))
  .map(
    (drawn) => [names[drawn % names.length] ?? 'act', Math.floor(drawn / names.length)] as const,
  );

/** Mostly long ones; what fails is told as a short one. */
const happenings = (longest: number) =>
  fc.oneof(
    { withCrossShrink: true },
    { weight: 1, arbitrary: fc.array(happening, { maxLength: longest / 2, size: 'max' }) },
    {
      weight: 9,
      arbitrary: fc.array(happening, { minLength: longest / 2, maxLength: longest, size: 'max' }),
    },
  );

/** @param longest number of happenings */
export const scripts = (longest: number): fc.Arbitrary<Script> =>
  fc.record({
    workers: fc.integer({ min: 1, max: 3 }),
    jobsAtOnce: fc.integer({ min: 1, max: 2 }),
    sectionsAtOnce: fc.integer({ min: 1, max: 2 }),
    documents: fc.array(fc.record({ owner: fc.nat(1), sections: fc.integer({ min: 0, max: 3 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    happenings: happenings(longest),
  });
