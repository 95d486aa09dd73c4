import { stemmer as stemEnglish } from '@orama/stemmers/english';
import { stemmer as stemFrench } from '@orama/stemmers/french';
import { stemmer as stemGerman } from '@orama/stemmers/german';
import { stemmer as stemItalian } from '@orama/stemmers/italian';
import { stemmer as stemSpanish } from '@orama/stemmers/spanish';
import { stemmer as stemUkrainianRoot } from '@orama/stemmers/ukrainian';
import { ces, deu, eng, fra, ita, spa, ukr } from 'stopword';
import type { DocumentLanguage } from '../../common';
import { GENERIC_WORDS } from './generic-words';

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

const lower = (word: string): string => word.toLowerCase().replace(/['’ʼ]/g, '').normalize('NFC');

/** Lower case, no apostrophes, Latin letters without accents; other scripts keep theirs. */
function fold(word: string): string {
  return lower(word)
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
}

/**
 * The stemmer cuts words on -ть to the root and keeps the vowel change of -ність/-ності and the
 * doubled consonant of -ттю, so that forms of one word would fall apart.
 */
function stemUkrainian(word: string): string {
  const stem = stemUkrainianRoot(word);
  const overcut = stem.length < 4 && word.length > stem.length + 2;
  return (overcut ? word.slice(0, -1) : stem).replace(/ност$/, 'ніст').replace(/(.)\1$/, '$1');
}

/** What the forms of a word have in common. Czech has no stemmer that we know of. */
const STEM: Record<DocumentLanguage, (word: string) => string> = {
  en: stemEnglish,
  de: stemGerman,
  fr: stemFrench,
  es: stemSpanish,
  it: stemItalian,
  uk: stemUkrainian,
  cs: (word) => word.slice(0, CZECH_STEM),
};

/**
 * The terms that stand for a word of a text in `language`, one or two. Accents decide where a
 * stemmer cuts, and may be missing from what people type: a word with accents has the stems of
 * both spellings, so that it is found either way.
 */
export function termsOf(word: string, language: DocumentLanguage): readonly string[] {
  const stem = STEM[language];
  const spellings = new Set([fold(word), lower(word)]);
  return [...new Set([...spellings].map((spelling) => fold(stem(spelling))))];
}

/** The words of a text as they stand there. */
export function wordsOf(text: string, language: DocumentLanguage): readonly string[] {
  return text.match(language === 'uk' ? UKRAINIAN_WORD : WORD) ?? [];
}

const lists = new Map<string, ReadonlySet<string>>();

function foldedSet(name: string, words: () => readonly string[]): ReadonlySet<string> {
  const known = lists.get(name) ?? new Set(words().map(fold));
  lists.set(name, known);
  return known;
}

/** Whether a word of a text says nothing by itself in its language: an article, a single letter. */
export function isStopWord(word: string, language: DocumentLanguage): boolean {
  const folded = fold(word);
  return folded.length < 2 || foldedSet(language, () => STOP_WORDS[language]).has(folded);
}

function isGeneric(word: string, language: DocumentLanguage): boolean {
  const words = () => wordsOf(GENERIC_WORDS[language], language);
  return foldedSet(`generic ${language}`, words).has(fold(word));
}

/** More words than a heading with its key points has; bounds the work of a query. */
const MAX_WORDS = 40;

/** A word of a query, with all its forms. */
export interface QueryWord {
  /** As it is first written. */
  word: string;
  /** How often it is there: what the query is about, it says again. */
  count: number;
  /** Whether it says something of what the query is about; if not, it only adds to the rank. */
  significant: boolean;
}

/** The words of a query in their order, without stop words. */
export function queryWords(query: string, language: DocumentLanguage): readonly QueryWord[] {
  const words = new Map<string, QueryWord>();
  for (const word of wordsOf(query, language)) {
    if (isStopWord(word, language)) continue;
    const [term = word] = termsOf(word, language);
    const known = words.get(term);
    if (known !== undefined) known.count += 1;
    else words.set(term, { word, count: 1, significant: !isGeneric(word, language) });
  }
  return [...words.values()].slice(0, MAX_WORDS);
}
