import fc from 'fast-check';
import { jobRecord } from '../../../testing/records';
import type { JobMessage, JobProgress } from './job-messages';
import { advance, inWork, isBehind, stepsOf } from './job-progress';

const entry = (message: JobMessage, sectionId?: string): JobProgress => ({
  ...{ type: 'progress', seq: 1, stage: 'sections', progress: 40, sectionsDone: 2 },
  ...{ sectionsTotal: 5, tokensUsed: 0, message },
  ...(sectionId !== undefined && { sectionId, sectionTitle: `About ${sectionId}` }),
});

const counters = fc.record({
  progress: fc.integer({ min: 0, max: 99 }),
  sectionsDone: fc.nat(20),
  tokensUsed: fc.nat(9000),
});

describe('advance', () => {
  it('never lets a running job go back, whatever of its log is told in which order', () => {
    fc.assert(
      fc.property(counters, fc.array(counters), (start, told) => {
        let job = jobRecord(start);
        for (const one of told) {
          const next = advance(job, { ...entry('sectionWritten'), ...one });
          expect(isBehind(next, job)).toBe(false);
          job = next;
        }
      }),
    );
  });

  it('goes on from a queue', () => {
    const waiting = jobRecord({ status: 'queued', queuePosition: 2 });
    const job = advance(waiting, { ...entry('started'), etaSeconds: 30 });
    expect(job).toMatchObject({ status: 'running', queuePosition: null, etaSeconds: 30 });
  });
});

describe('inWork', () => {
  it('knows all sections that are being written side by side', () => {
    const log = [
      entry('sectionStarted', 'a'),
      entry('sectionStarted', 'b'),
      entry('sectionWritten', 'a'),
      entry('sectionStarted', 'c'),
    ];
    expect([...inWork(log)]).toEqual([
      ['b', 'About b'],
      ['c', 'About c'],
    ]);
  });

  it('forgets what a worker had begun when another one begins', () => {
    const log = [entry('sectionStarted', 'a'), entry('handedOver'), entry('sectionStarted', 'b')];
    expect([...inWork(log).keys()]).toEqual(['b']);
  });
});

describe('stepsOf', () => {
  it.each([
    ['queued', 0, 0, ['now', 'ahead', 'ahead']],
    ['running', 0, 5, ['done', 'now', 'ahead']],
    ['paused', 3, 5, ['done', 'now', 'ahead']],
    ['running', 5, 5, ['done', 'done', 'now']],
    ['completed', 5, 5, ['done', 'done', 'done']],
  ] as const)(
    'of a %s job with %i of %i sections',
    (status, sectionsDone, sectionsTotal, states) => {
      const steps = stepsOf(jobRecord({ status, sectionsDone, sectionsTotal }));
      expect(steps.map(({ state }) => state)).toEqual(states);
    },
  );
});
