import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import { ces, deu, eng, fra, ita, spa, ukr } from 'stopword';
import type { DocumentLanguage } from '../common';

/** What a language makes of its words. */
export interface Lexicon {
  readonly language: DocumentLanguage;
  /** The same for all forms of a word, as far as simple rules go. */
  stem(word: string): string;
  /** Words that carry no subject by themselves. */
  isStopWord(word: string): boolean;
}

const CZECH_STEM_LENGTH = 5;

/** No stemmer for Czech is at hand; its endings are short, so that a prefix serves for search. */
const czech = (word: string): string => word.slice(0, Math.max(CZECH_STEM_LENGTH, word.length - 3));

/** Words of scholarly prose that the lists lack: they join statements and name no subject. */
const SUPPLEMENT: Partial<Record<DocumentLanguage, string>> = {
  en: `against although among because before between both cannot could does during each either
    especially even every few further had has have having here however instead later less made make
    makes many may more moreover much neither nor often once one only other others rather same
    several should since so some still such than that their them themselves these they this those
    though through thus toward towards two under unless until upon us various very well what when
    where whereas whether which while who whom whose will with within without would yet`,
  es: `al antes así aunque bien cada casi como con contra cual cuando cuanto de del desde donde
    durante entre era es esa ese eso esta estas este esto estos fue ha han hasta hay lo le les más
    me menos mientras muy ni no nos o otra otras otro otros para pero por porque puede pueden que
    quien se según ser si sin sino sobre son su sus también tan tanto tiene toda todas todo todos
    tras un una unas unos ya`,
};

function lexicon(
  language: DocumentLanguage,
  stem: (word: string) => string,
  stopWords: readonly string[],
): Lexicon {
  const supplement = SUPPLEMENT[language]?.split(/\s+/) ?? [];
  const stops = new Set([...stopWords, ...supplement].map((word) => word.toLowerCase()));
  return {
    language,
    stem: (word) =>
      stem(
        word
          .toLowerCase()
          .replace(/[ʼ‘`]/g, '’')
          .replace(/['’]s$/, ''),
      ),
    isStopWord: (word) => stops.has(word.toLowerCase()),
  };
}

const LEXICONS: Record<DocumentLanguage, Lexicon> = {
  en: lexicon('en', english, eng),
  uk: lexicon('uk', ukrainian, ukr),
  it: lexicon('it', italian, ita),
  de: lexicon('de', german, deu),
  fr: lexicon('fr', french, fra),
  es: lexicon('es', spanish, spa),
  cs: lexicon('cs', czech, ces),
};

export function lexiconOf(language: DocumentLanguage): Lexicon {
  return LEXICONS[language];
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;

/** The words of a text as they stand there; hyphenated and apostrophised ones are one word. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** The stems of the words of a text that carry its subject. */
export function stemsOf(text: string, { stem, isStopWord }: Lexicon): string[] {
  return wordsOf(text)
    .filter((word) => word.length > 1 && !isStopWord(word))
    .map(stem);
}

const SAMPLE_WORDS = 400;

/**
 * The language of a text by its function words, `fallback` where they do not tell. A library may
 * hold sources in other languages than the document's.
 */
export function lexiconFor(text: string, fallback: DocumentLanguage): Lexicon {
  const sample = wordsOf(text).slice(0, SAMPLE_WORDS);
  const score = ({ isStopWord }: Lexicon) => sample.filter((word) => isStopWord(word)).length;
  const own = LEXICONS[fallback];
  return Object.values(LEXICONS).reduce(
    (best, other) => (score(other) > score(best) * 1.2 ? other : best),
    own,
  );
}
