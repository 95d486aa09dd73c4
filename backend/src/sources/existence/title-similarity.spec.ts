import fc from 'fast-check';
import { titleSimilarity } from './title-similarity';

describe('titleSimilarity', () => {
  it.each([
    ['Recalling what was read', 'RECALLING <i>what</i> was read.'],
    ['Recalling what was read: A study on trains', 'Recalling what was read'],
    ['Über das Lernen', 'Uber das Lernen'],
    ['Пам’ять і навчання', 'ПАМ’ЯТЬ І НАВЧАННЯ'],
  ])('takes %j and %j for the same', (one, other) => {
    expect(titleSimilarity(one, other)).toBeGreaterThan(0.9);
  });

  it.each([
    ['Recalling what was read on a night train', 'Sleeping on a book is as good as reading it'],
    ['Memory: The first part', 'Memory: Of something else entirely'],
    ['Memory: A treatise', 'Memory'],
    ['The night train study: one', 'The night train study: an entirely different matter'],
  ])('tells %j from %j', (one, other) => {
    expect(titleSimilarity(one, other)).toBeLessThan(0.9);
  });

  it('is the same in both directions, and at most 1', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const similarity = titleSimilarity(one, other);
        expect(similarity).toBeCloseTo(titleSimilarity(other, one));
        expect(similarity).toBeGreaterThanOrEqual(0);
        expect(similarity).toBeLessThanOrEqual(1);
        expect(titleSimilarity(one, one)).toBe(1);
      }),
    );
  });
});
