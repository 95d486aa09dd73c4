import fc from 'fast-check';
import type { PassageDraft } from '../passages/passage';
import { ENTRY_REASONS } from './bibliography/entry-reasons';
import type { Reading } from './reading';
import { partsOf, ReadingParts } from './reading-parts';

const passage = fc
  .string({ maxLength: 60_000, size: 'max' })
  .map((text) => ({ kind: 'fulltext', page: 1, text }) as PassageDraft);

const reading: fc.Arbitrary<Reading> = fc.record({
  drafts: fc.array(
    fc.record({
      csl: fc.record({ id: fc.constant(''), type: fc.constant('book'), title: fc.string() }),
      line: fc.nat(),
      pageCount: fc.constant(null),
      passages: fc.oneof(
        fc.array(passage, { maxLength: 5 }),
        fc.array(passage, { minLength: 1, maxLength: 1 }).map(([one]) => Array(450).fill(one)),
      ),
    }),
    { maxLength: 4 },
  ),
  refused: fc.array(
    fc.record({
      line: fc.nat(),
      entry: fc.string(),
      code: fc.constantFrom(...ENTRY_REASONS),
      at: fc.option(fc.nat()),
      count: fc.option(fc.nat()),
      reason: fc.string(),
    }),
  ),
}) as fc.Arbitrary<Reading>;

describe('the parts of a reading', () => {
  it('are small, and together the whole again', () => {
    fc.assert(
      fc.property(reading, (whole) => {
        const joined = new ReadingParts();
        for (const part of partsOf(structuredClone(whole))) {
          const { more, drafts, refused } = part;
          const passages = more.length + drafts.flatMap((draft) => draft.passages).length;
          expect(passages + drafts.length + refused.length).toBeLessThanOrEqual(200);
          // one item alone may be as large as it is
          expect(passages <= 1 || JSON.stringify(part).length < 200_000).toBe(true);
          joined.add(part);
        }
        expect(joined.reading).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });
});
