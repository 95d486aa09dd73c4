import fc from 'fast-check';
import { quantised, similarity } from './vector';

const vector = fc
  .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 64, maxLength: 64 })
  .filter((parts) => parts.some((part) => Math.abs(part) > 0.1));

function cosine(one: number[], other: number[]): number {
  const dot = (a: number[], b: number[]) =>
    a.reduce((sum, part, at) => sum + part * (b[at] ?? 0), 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
}

describe('similarity of quantised vectors', () => {
  it('is the cosine to within a few hundredths, whatever the length of the vectors', () => {
    fc.assert(
      fc.property(
        vector,
        vector,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (a, b, times) => {
          const scaled = a.map((part) => part * times);
          expect(Math.abs(similarity(quantised(scaled), quantised(b)) - cosine(a, b))).toBeLessThan(
            0.03,
          );
        },
      ),
    );
  });
});
