import fc from 'fast-check';
import type { OutlineSection } from './dto/outline';
import { planOf, withStaleness } from './section-plan';

const words = fc.stringMatching(/^[a-z ]{1,12}$/);
const section = fc.record<OutlineSection>({
  id: fc.uuid(),
  number: fc.constant('1'),
  title: words,
  level: fc.constantFrom(1, 2),
  role: fc.constantFrom('introduction', 'body', 'conclusion'),
  keyPoints: fc.array(words, { maxLength: 4 }),
  targetWords: fc.integer({ min: 0, max: 2000 }),
  sourceKeys: fc.uniqueArray(words, { maxLength: 4 }),
});
const outline = fc.uniqueArray(section, { minLength: 1, maxLength: 12, selector: ({ id }) => id });

const CHANGES: ((one: OutlineSection) => OutlineSection)[] = [
  (one) => ({ ...one, title: `${one.title}!` }),
  (one) => ({ ...one, keyPoints: [...one.keyPoints, 'One more'] }),
  (one) => ({ ...one, targetWords: one.targetWords + 1 }),
  (one) => ({ ...one, sourceKeys: [...one.sourceKeys, 'another2001'] }),
];

const writtenAs = (sections: readonly OutlineSection[]) =>
  new Map(sections.map((one) => [one.id, planOf(one)]));

const staleIn = (sections: readonly OutlineSection[], from: ReadonlyMap<string, string>) =>
  withStaleness(sections, from)
    .filter(({ stale }) => stale)
    .map(({ id }) => id);

describe('an edit of the outline', () => {
  it('makes stale the section that it changes, and no other', () => {
    const change = fc.constantFrom(...CHANGES);
    fc.assert(
      fc.property(outline, fc.nat(), change, (sections, place, edit) => {
        const chosen = sections[place % sections.length]!;
        const edited = sections.map((one) => (one === chosen ? edit(one) : one));
        expect(staleIn(edited, writtenAs(sections))).toEqual([chosen.id]);
        expect(staleIn(sections, writtenAs(sections))).toEqual([]);
      }),
    );
  });

  it('makes none stale that it moves, renumbers, adds or takes away', () => {
    fc.assert(
      fc.property(outline, section, fc.nat(), (sections, added, place) => {
        const others = sections.filter((_, index) => index !== place % sections.length);
        const moved = [...others]
          .reverse()
          .map((one) => ({ ...one, number: '9', level: 2 as const }));
        const sorted = moved.map((one) => ({ ...one, sourceKeys: [...one.sourceKeys].reverse() }));
        expect(staleIn([...sorted, added], writtenAs(sections))).toEqual([]);
      }),
    );
  });
});
