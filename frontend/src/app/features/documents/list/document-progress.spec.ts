import { factsRecord, summaryRecord } from '../../../../testing/overview-records';
import { nextStep, shownStatus, unfinished } from './document-progress';

const job = (status: 'queued' | 'paused' | 'failed' | 'completed') => ({
  lastJob: { status, sectionsDone: 1, sectionsTotal: 4 },
});

describe('how far a document is', () => {
  it.each([
    ['generating', 'queued', 'queued'],
    ['generating', 'paused', 'paused'],
    ['outlined', 'failed', 'failed'],
    ['outlined', 'completed', 'outlined'],
    ['completed', 'failed', 'completed'],
  ] as const)('%s with a job that is %s is shown as %s', (status, state, shown) => {
    const facts = factsRecord(job(state));
    expect(shownStatus(summaryRecord({ status }), facts).key).toBe(shown);
  });

  it('is what the document says while nothing else is known', () => {
    expect(shownStatus(summaryRecord({ status: 'draft' }), undefined).key).toBe('draft');
  });

  it.each([
    ['draft', { sources: 0 }, 'sources'],
    ['draft', { sources: 2 }, 'outline'],
    ['outlined', { sectionsWritten: 0 }, 'writing'],
    ['outlined', { sectionsWritten: 1 }, 'goOn'],
    ['generating', {}, null],
    ['completed', {}, 'read'],
  ] as const)('%s with %j leads to %s', (status, facts, next) => {
    expect(nextStep(summaryRecord({ status }), factsRecord(facts))).toBe(next);
  });

  it('leads nowhere from the archive, or before the facts are there', () => {
    expect(nextStep(summaryRecord({ archived: true }), factsRecord())).toBeNull();
    expect(nextStep(summaryRecord(), undefined)).toBeNull();
  });

  it('counts sections only while some are open', () => {
    expect(unfinished(factsRecord())).toEqual({ sections: 1, all: 4, percent: 25 });
    expect(unfinished(factsRecord({ sectionsWritten: 0 }))?.percent).toBe(0);
    expect(unfinished(factsRecord({ sectionsWritten: 4 }))).toBeNull();
    expect(unfinished(factsRecord({ sections: 0, sectionsWritten: 0 }))).toBeNull();
  });
});
