import { numberSections } from './number-sections';

describe('numberSections', () => {
  it('numbers chapters and their parts', () => {
    const levels = [1, 1, 2, 2, 1, 2] as const;
    const numbers = numberSections(levels.map((level) => ({ level }))).map(({ number }) => number);
    expect(numbers).toEqual(['1', '2', '2.1', '2.2', '3', '3.1']);
  });
});
