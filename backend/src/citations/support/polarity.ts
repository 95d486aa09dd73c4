import type { DocumentLanguage } from '../../common';
import { foldWord, wordsOf } from '../../language';
import { WordList } from './word-list';
import { byLanguage } from './wording';

interface Polarity {
  negated: boolean;
  more: boolean;
  less: boolean;
}

/** Accents tell words of these lists apart, such as Italian `né` and `ne`. */
const lowerCase = (word: string): string => word.toLowerCase().replace(/[ʼ‘`']/g, '’');

const lists = byLanguage(({ negations, more, less }) => ({
  negations: new WordList(negations, lowerCase),
  more: new WordList(more, lowerCase),
  less: new WordList(less, lowerCase),
}));

const CZECH_NEGATION = 'ne';
const SHORTEST_NEGATED = 6;

/** Czech negates a verb by a prefix: `nezlepšuje` against `zlepšuje`. */
export function withoutNegation(folded: string, language: DocumentLanguage): string {
  const prefixed = folded.startsWith(CZECH_NEGATION) && folded.length >= SHORTEST_NEGATED;
  return language === 'cs' && prefixed && !/^(?:nej|neb|nek|nedost)/.test(folded)
    ? folded.slice(CZECH_NEGATION.length)
    : folded;
}

function polarityOf(text: string, language: DocumentLanguage): Polarity {
  const { negations, more, less } = lists[language];
  const words = wordsOf(text);
  const contracted = words.some((word) => /n['’]t$/i.test(word));
  const folded = words.map(foldWord);
  const prefixed = folded.some((word) => withoutNegation(word, language) !== word);
  return {
    negated: contracted || prefixed || words.some((word) => negations.has(word)),
    more: words.some((word) => more.has(word)),
    less: words.some((word) => less.has(word)),
  };
}

/** Whether one of two sentences on the same subject denies what the other says, or turns it round. */
export function contradicts(a: string, b: string, language: DocumentLanguage): boolean {
  const [one, other] = [polarityOf(a, language), polarityOf(b, language)];
  if (one.negated !== other.negated) return true;
  const opposed = (up: Polarity, down: Polarity) => up.more && !up.less && down.less && !down.more;
  return opposed(one, other) || opposed(other, one);
}
