import type { DocumentLanguage } from '../../common';
import { queryWords, termsOf } from './search-terms';

const significantWords = (query: string, language: DocumentLanguage) =>
  queryWords(query, language).flatMap(({ word, significant }) => (significant ? [word] : []));

describe('queryWords', () => {
  it('leaves out stop words, and knows what every paper says of itself', () => {
    const query = 'The role of feedback in a study of learning: effects on memory';
    expect(significantWords(query, 'en')).toEqual(['feedback', 'learning', 'memory']);
  });

  it('takes each word once, whatever its accents and its form', () => {
    expect(significantWords("L'élève et l’eleve", 'fr')).toEqual(['élève']);
    expect(significantWords('Tests and testing', 'en')).toEqual(['Tests']);
  });

  it('counts how often a word is there, in all its forms', () => {
    expect(queryWords('Tests in a study: testing tests memory', 'en')).toEqual([
      { word: 'Tests', count: 3, significant: true },
      { word: 'study', count: 1, significant: false },
      { word: 'memory', count: 1, significant: true },
    ]);
  });

  it('is empty for words that mean nothing', () => {
    expect(significantWords('of the and, ?! *', 'en')).toEqual([]);
  });

  it('bounds a query of any length', () => {
    const query = Array.from({ length: 500 }, (_, index) => `word${String(index)}`).join(' ');
    expect(significantWords(query, 'en')).toHaveLength(40);
  });
});

describe('termsOf', () => {
  it.each([
    ['пам’ять', 'пам’яті'],
    ['пам’ять', "пам'яттю"],
    ['ефективність', 'ефективності'],
    ['навчання', 'навчанням'],
    ['студенти', 'студентів'],
  ])('brings forms of a Ukrainian word together: %s, %s', (one, other) => {
    expect(termsOf(one, 'uk')).toEqual(termsOf(other, 'uk'));
  });

  it('brings forms of a Czech word together', () => {
    expect(termsOf('opakování', 'cs')).toEqual(termsOf('opakováním', 'cs'));
  });

  const share = (one: string, other: string, language: DocumentLanguage) =>
    termsOf(one, language).some((term) => termsOf(other, language).includes(term));

  it.each<[DocumentLanguage, string, string]>([
    ['en', 'tested', 'Testing'],
    ['de', 'Wörter', 'wort'],
    ['fr', 'élèves', 'eleve'],
    ['es', 'educación', 'educaciones'],
    ['es', 'educación', 'educacion'],
    ['es', 'repetición', 'repeticion'],
    ['it', 'parole', 'parola'],
    ['it', 'università', 'universita'],
  ])('brings forms of a word together in %s, with their accents or without: %s, %s', (...all) => {
    const [language, one, other] = all;
    expect(share(one, other, language)).toBe(true);
  });
});
