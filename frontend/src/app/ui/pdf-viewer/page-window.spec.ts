import { densityFor, pageAt, topsOf, windowAt } from './page-window';

const tops = topsOf({ heights: new Array<number>(600).fill(800), gap: 16 });

describe('the pages that are kept', () => {
  it('are those in sight and one screen around them, however long the file', () => {
    expect(windowAt(tops, 0, 900)).toEqual({ first: 1, last: 3 });
    const { first, last } = windowAt(tops, 300 * 816, 900);
    expect(first).toBeLessThanOrEqual(300);
    expect(last - first).toBeLessThanOrEqual(4);
    expect(windowAt(tops, 600 * 816, 900).last).toBe(600);
  });

  it('are told by where one is', () => {
    expect([0, 815, 816, 1e9].map((place) => pageAt(tops, place))).toEqual([1, 1, 2, 600]);
    expect(pageAt([0], 10)).toBe(1);
  });

  it('have no more pixels than memory bears', () => {
    expect(densityFor(800, 1100, 3)).toBe(2);
    const density = densityFor(14_000, 14_000, 2);
    expect(14_000 * 14_000 * density ** 2).toBeCloseTo(8_000_000);
  });
});
