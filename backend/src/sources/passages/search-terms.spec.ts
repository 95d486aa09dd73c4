import { foldedText, significantTerms } from './search-terms';

const folded = (query: string, language: 'en' | 'uk' | 'cs' | 'fr' = 'en') =>
  significantTerms(query, language).map((term) => term.folded);

describe('significantTerms', () => {
  it('leaves out stop words and what every paper says of itself', () => {
    expect(folded('The role of feedback in a study of learning: effects on memory')).toEqual([
      'feedback',
      'learning',
      'memory',
    ]);
  });

  it('takes each word once and folds accents', () => {
    expect(folded("L'élève et l’eleve", 'fr')).toEqual(['eleve']);
  });

  it('is empty for words that mean nothing', () => {
    expect(folded('of the and, ?! *')).toEqual([]);
  });

  it('bounds a query of any length', () => {
    const query = Array.from({ length: 500 }, (_, index) => `word${String(index)}`).join(' ');
    expect(folded(query)).toHaveLength(40);
  });
});

describe('foldedText', () => {
  it.each([
    ['пам’ять', 'пам’яті'],
    ['пам’ять', "пам'яттю"],
    ['ефективність', 'ефективності'],
    ['навчання', 'навчанням'],
    ['студенти', 'студентів'],
  ])('brings forms of a Ukrainian word together: %s, %s', (one, other) => {
    expect(foldedText(one, 'uk')).toBe(foldedText(other, 'uk'));
  });

  it('brings forms of a Czech word together', () => {
    expect(foldedText('opakování', 'cs')).toBe(foldedText('opakováním', 'cs'));
  });
});
