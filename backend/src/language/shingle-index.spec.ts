import fc from 'fast-check';
import { BARRIER, ShingleIndex } from './shingle-index';

const SIZE = 4;
const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd', BARRIER), { maxLength: 60 });

function indexOf(text: readonly string[]): ShingleIndex {
  const index = new ShingleIndex(SIZE);
  index.add(text);
  return index;
}

const shingles = (text: readonly string[]): string[] =>
  text
    .map((_, at) => text.slice(at, at + SIZE))
    .filter((one) => one.length === SIZE && !one.includes(BARRIER))
    .map((one) => one.join(' '));

describe('the runs of words that two texts share', () => {
  it('are found whatever their case, accents and apostrophes', () => {
    const index = indexOf('So it was in the Café of the people’s park'.split(' '));
    const asked = "he said: It was in the cafe of the peoples' garden".split(/[ :]+/);
    expect(index.runsIn(asked)).toEqual([{ at: 2, indexed: 1, length: 8 }]);
  });

  it('are the same words in both, in order, without overlaps and barriers', () => {
    fc.assert(
      fc.property(words, words, (text, asked) => {
        let free = 0;
        for (const { at, indexed, length } of indexOf(text).runsIn(asked)) {
          const run = asked.slice(at, at + length);
          expect(run).toHaveLength(length);
          expect(run).toEqual(text.slice(indexed, indexed + length));
          expect(run).not.toContain(BARRIER);
          expect(length).toBeGreaterThanOrEqual(SIZE);
          expect(at).toBeGreaterThanOrEqual(free);
          free = at + length;
        }
      }),
    );
  });

  it('are found if and only if there are any', () => {
    fc.assert(
      fc.property(words, words, (text, asked) => {
        const known = new Set(shingles(text));
        const shared = shingles(asked).some((one) => known.has(one));
        expect(indexOf(text).runsIn(asked).length > 0).toBe(shared);
      }),
    );
  });

  it('are found in texts that were added bit by bit', () => {
    fc.assert(
      fc.property(words, words, words, (first, second, asked) => {
        const index = indexOf(first);
        index.add(second);
        expect(index.runsIn(asked)).toEqual(indexOf([...first, ...second]).runsIn(asked));
      }),
    );
  });
});
