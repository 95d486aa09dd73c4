import fc from 'fast-check';
import { etaSeconds, progressOf } from './job-progress';
import { JOB_STATES } from './job-state';

const counters = fc
  .record({
    status: fc.constantFrom(...JOB_STATES),
    sectionsTotal: fc.nat(200),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ status, sectionsTotal, share }) => ({
    status,
    sectionsTotal,
    sectionsDone: Math.floor(share * sectionsTotal),
  }));

describe('progressOf', () => {
  it('is 100 for a completed job and for no other', () => {
    fc.assert(
      fc.property(counters, (job) => {
        const progress = progressOf(job);
        expect(progress).toBeGreaterThanOrEqual(0);
        expect(progress === 100).toBe(job.status === 'completed');
      }),
    );
  });

  it('never goes back as sections are finished', () => {
    fc.assert(
      fc.property(counters, (job) => {
        fc.pre(job.sectionsDone < job.sectionsTotal);
        const next = { ...job, sectionsDone: job.sectionsDone + 1 };
        expect(progressOf(next)).toBeGreaterThanOrEqual(progressOf(job));
      }),
    );
  });
});

describe('etaSeconds', () => {
  const running = { status: 'running', sectionsDone: 2, sectionsTotal: 12 } as const;

  it('is what the sections to go will take at the pace so far', () => {
    expect(etaSeconds(running, 1500)).toBe(15);
  });

  it('is unknown before anything has been measured and after the end', () => {
    expect(etaSeconds(running, null)).toBeNull();
    expect(etaSeconds({ ...running, status: 'failed' }, 1500)).toBeNull();
  });
});
