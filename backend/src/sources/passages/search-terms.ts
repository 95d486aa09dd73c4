import { stemmer as stemUkrainian } from '@orama/stemmers/ukrainian';
import { ces, deu, eng, fra, ita, spa, ukr } from 'stopword';
import type { DocumentLanguage } from '../../common';
import { GENERIC_WORDS } from './generic-words';

/** PostgreSQL's configuration for a language; `simple` where it has no stemmer. */
export const SEARCH_CONFIGURATION: Record<DocumentLanguage, string> = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  it: 'italian',
  uk: 'simple',
  cs: 'simple',
};

const STOP_WORDS: Record<DocumentLanguage, readonly string[]> = {
  en: eng,
  de: deu,
  fr: fra,
  es: spa,
  it: ita,
  uk: ukr,
  cs: ces,
};

/** Letters that stay of a Czech word: enough to tell words apart, too few to hold an ending. */
const CZECH_STEM = 6;

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
/** In Ukrainian an apostrophe stands within words; elsewhere it stands between them (l’eau). */
const UKRAINIAN_WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’ʼ]*/gu;

/** Lower case, no apostrophes, Latin letters without accents; other scripts keep theirs. */
function fold(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
}

/**
 * The stemmer cuts words on -ть to the root and keeps the vowel change of -ність/-ності and the
 * doubled consonant of -ттю, so that forms of one word would fall apart.
 */
function ukrainianStem(word: string): string {
  const stem = stemUkrainian(word);
  const overcut = stem.length < 4 && word.length > stem.length + 2;
  return (overcut ? word.slice(0, -1) : stem).replace(/ност$/, 'ніст').replace(/(.)\1$/, '$1');
}

function stem(folded: string, language: DocumentLanguage): string {
  if (language === 'uk') return ukrainianStem(folded);
  return language === 'cs' ? folded.slice(0, CZECH_STEM) : folded;
}

function wordsOf(text: string, language: DocumentLanguage): string[] {
  return text.match(language === 'uk' ? UKRAINIAN_WORD : WORD) ?? [];
}

/** The text as the `simple` configuration is to index it: folded words, stemmed where we can. */
export function foldedText(text: string, language: DocumentLanguage): string {
  return wordsOf(text, language)
    .map((word) => stem(fold(word), language))
    .join(' ');
}

const insignificant = new Map<DocumentLanguage, ReadonlySet<string>>();

function insignificantWords(language: DocumentLanguage): ReadonlySet<string> {
  const known = insignificant.get(language);
  if (known !== undefined) return known;
  const words = new Set(
    [...STOP_WORDS[language], ...wordsOf(GENERIC_WORDS[language], language)].map(fold),
  );
  insignificant.set(language, words);
  return words;
}

/** More words than a heading with its key points has; bounds the work of a query. */
const MAX_TERMS = 40;

export interface SearchTerm {
  /** As written, for the language's own stemmer. */
  word: string;
  /** As {@link foldedText} indexes it. */
  folded: string;
}

/** The words of a query that say what it is about, each once, in order. */
export function significantTerms(query: string, language: DocumentLanguage): SearchTerm[] {
  const ignored = insignificantWords(language);
  const terms = new Map<string, SearchTerm>();
  for (const word of wordsOf(query, language)) {
    const plain = fold(word);
    if (plain.length < 2 || ignored.has(plain)) continue;
    const folded = stem(plain, language);
    if (!terms.has(folded)) terms.set(folded, { word, folded });
  }
  return [...terms.values()].slice(0, MAX_TERMS);
}
