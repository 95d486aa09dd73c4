import { wordTarget } from './word-target';

describe('the length of a text for a number of pages', () => {
  it('leaves room for all that belongs to a thesis', () => {
    // Measured on the exports of the sample library: 19 to 20 pages
    expect(wordTarget(20, 44)).toBe(4400);
  });

  it('grows with the pages and shrinks with the sources', () => {
    const lengths = [3, 5, 10, 20, 50, 200].map((pages) => wordTarget(pages, 40));
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    expect(wordTarget(20, 10)).toBeGreaterThan(wordTarget(20, 60));
  });

  it('is never too short for an introduction and a conclusion', () => {
    expect(wordTarget(3, 500)).toBeGreaterThanOrEqual(450);
  });
});
