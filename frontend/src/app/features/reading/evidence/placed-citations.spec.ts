import type { SectionSupport } from '../../../api/generated/models';
import { citationSupportRecord, sectionRecord } from '../../../../testing/records';
import { concernsOf, isAbout, nextConcern, placedCitations } from './placed-citations';
import { stateOf, type SupportState } from './support-state';

const TEXT = 'One [@a; @b]. Two [@c, p. 3].';

function supportOf(...states: SupportState[]): SectionSupport {
  const keys = ['a', 'b', 'c'];
  return {
    citations: states.map((state, ordinal) =>
      citationSupportRecord({ ordinal, state, key: keys[ordinal] ?? '' }),
    ),
    claims: [],
    summary: { supported: 0, weak: 0, unsupported: 0, unchecked: 0 },
  };
}

const [first, second] = placedCitations(TEXT) as [
  ReturnType<typeof placedCitations>[0],
  ReturnType<typeof placedCitations>[0],
];

describe('the state of a citation', () => {
  it.each<[SupportState[], SupportState]>([
    [['supported', 'supported'], 'supported'],
    [['supported', 'unchecked'], 'unchecked'],
    [['unchecked', 'weak'], 'weak'],
    [['weak', 'unsupported'], 'unsupported'],
  ])('is of %j the worst: %s', (states, worst) => {
    expect(stateOf(first, supportOf(...states, 'supported'))).toBe(worst);
  });

  it('is not made up while nothing is known', () => {
    expect(stateOf(first, null)).toBeNull();
  });
});

describe('what wants a look', () => {
  const section = sectionRecord({ content: TEXT });

  it('is weak or unsupported', () => {
    const concerns = concernsOf(section, supportOf('supported', 'unchecked', 'weak'));
    expect(concerns).toEqual([{ ...second, sectionId: 's1' }]);
  });

  it('comes one after the other, and from the start behind the last', () => {
    const concerns = [
      { ...first, sectionId: 's1' },
      { ...second, sectionId: 's1' },
      { ...first, sectionId: 's3' },
    ];
    const order = ['s1', 's2', 's3'];
    expect(nextConcern(concerns, null, order)).toBe(concerns[0]);
    expect(nextConcern(concerns, concerns[0]!, order)).toBe(concerns[1]);
    expect(nextConcern(concerns, { ...first, sectionId: 's2' }, order)).toBe(concerns[2]);
    expect(nextConcern(concerns, concerns[2]!, order)).toBe(concerns[0]);
  });
});

describe('support', () => {
  it('is about a text that cites the same works in the same order, and no other', () => {
    const support = supportOf('supported', 'supported', 'supported');
    expect(isAbout(support, TEXT)).toBe(true);
    expect(isAbout(support, 'One [@b; @a]. Two [@c].')).toBe(false);
    expect(isAbout(support, 'One [@a].')).toBe(false);
  });
});
