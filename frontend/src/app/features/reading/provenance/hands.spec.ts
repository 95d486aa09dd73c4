import type { SectionProvenance } from '../../../api/generated/models';
import { handOf, handRanges } from './hands';

const NAMES = { person: 'You', model: 'Model', offline: 'Arranged' };

const origin = (step: 'draft' | 'polish' | 'edit', writer: string | null) => ({
  ...{ step, writer },
  promptVersion: null,
  version: 2,
  at: '2026-11-01T10:00:00.000Z',
});

describe('handOf', () => {
  it.each([
    ['edit', null, 'person'],
    ['draft', 'offline', 'offline'],
    ['draft', 'gpt-x', 'model'],
    ['polish', 'gpt-x', 'model'],
  ] as const)('takes %s by %s for %s', (step, writer, hand) => {
    expect(handOf({ step, writer })).toBe(hand);
  });
});

describe('handRanges', () => {
  it('shows neighbours of one hand as one', () => {
    const section: SectionProvenance = {
      ...{ sectionId: 's1', title: 'One', version: 3 },
      origins: [origin('draft', 'gpt-x'), origin('polish', 'gpt-x'), origin('edit', null)],
      spans: [
        { start: 0, end: 5, origin: 0, keys: [] },
        { start: 5, end: 9, origin: 1, keys: [] },
        { start: 9, end: 12, origin: 2, keys: [] },
      ],
    };
    expect(handRanges(section, NAMES)).toEqual([
      { start: 0, end: 9, look: 'model', label: 'Model' },
      { start: 9, end: 12, look: 'person', label: 'You' },
    ]);
  });
});
