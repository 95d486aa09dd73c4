import { numberSections } from './number-sections';

const numbersOf = (
  own: readonly (1 | 2)[],
  appendices: readonly (1 | 2)[] = [],
  language: 'en' | 'uk' = 'en',
) => {
  const sections = [
    ...own.map((level) => ({ level, role: 'body' as const })),
    ...appendices.map((level) => ({ level, role: 'appendix' as const })),
  ];
  return numberSections(sections, language).map(({ number }) => number);
};

describe('numberSections', () => {
  it('numbers chapters and their parts', () => {
    expect(numbersOf([1, 1, 2, 2, 1, 2])).toEqual(['1', '2', '2.1', '2.2', '3', '3.1']);
  });

  it('gives letters to appendices, in the alphabet of the language', () => {
    expect(numbersOf([1, 2], [1, 2, 1])).toEqual(['1', '1.1', 'A', 'A.1', 'B']);
    const ukrainian = numbersOf([1], new Array<1>(25).fill(1), 'uk');
    expect(ukrainian.slice(1, 9)).toEqual(['А', 'Б', 'В', 'Г', 'Д', 'Е', 'Ж', 'И']);
    expect(ukrainian.slice(-2)).toEqual(['Я', 'АА']);
    expect(numbersOf([1], new Array<1>(28).fill(1)).slice(-3)).toEqual(['Z', 'AA', 'AB']);
  });
});
