import fc from 'fast-check';
import { NO_LIMITS, withinLimits, wordLimits } from './word-limits';

describe('wordLimits', () => {
  it('are none where nothing is ruled', () => {
    expect(wordLimits({}, 'en')).toEqual(NO_LIMITS);
  });

  it('are taken from pages and characters too, by the letters of the language', () => {
    expect(wordLimits({ pages: { min: 40, max: 50 } }, 'en')).toEqual({ min: 14_000, max: 17_500 });
    const characters = { min: null, max: 75_000 };
    expect(wordLimits({ characters }, 'uk').max).toBeLessThan(
      wordLimits({ characters }, 'en').max ?? 0,
    );
    expect(wordLimits({ charactersNoSpaces: characters }, 'en').max).toBeGreaterThan(
      wordLimits({ characters }, 'en').max ?? 0,
    );
  });

  it('are narrowed by each other, but words come first', () => {
    const words = { min: 9000, max: null };
    expect(wordLimits({ words, pages: { min: null, max: 40 } }, 'en')).toEqual({
      ...{ min: 9000, max: 14_000 },
    });
    expect(wordLimits({ words, pages: { min: null, max: 10 } }, 'en')).toEqual(words);
  });
});

describe('withinLimits', () => {
  it('leaves alone what keeps the limits by itself', () => {
    expect(withinLimits(4400, NO_LIMITS)).toBe(4400);
    expect(withinLimits(4400, { min: 3000, max: 6000 })).toBe(4400);
  });

  it('moves to where a draft surely keeps them', () => {
    expect(withinLimits(4400, { min: 9000, max: null })).toBe(9900);
    expect(withinLimits(4400, { min: null, max: 3000 })).toBe(2700);
    expect(withinLimits(4400, { min: 1000, max: 1010 })).toBe(1000);
  });

  it('never leaves them, except for what no document can hold', () => {
    const range = fc.tuple(fc.nat(50_000), fc.nat(20_000)).map(([min, more]) => ({
      ...{ min: min + 1, max: min + more + 2 },
    }));
    fc.assert(
      fc.property(fc.integer({ min: 450, max: 70_000 }), range, (words, limits) => {
        const planned = withinLimits(words, limits);
        expect(Number.isInteger(planned)).toBe(true);
        expect(planned).toBeGreaterThanOrEqual(limits.min);
        expect(planned).toBeLessThanOrEqual(limits.max);
      }),
    );
    expect(withinLimits(450, { min: 900_000, max: null })).toBe(70_000);
  });
});
