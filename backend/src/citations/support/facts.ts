import type { DocumentLanguage } from '../../common';
import { foldWord, wordsOf } from '../../language';
import { byLanguage, type Wording } from './wording';

/** `1 200`, `1,200.5`, `12,5` and the like, not a part of a word such as `B12`. */
const NUMBER = /(?<![\p{L}\p{N}.,])\d+(?:[.,\u00a0\u202f ’']\d{3})*(?:[.,]\d+)?(?![\p{L}\d])/gu;

/** One spelling for one number: no separators of thousands, a point before decimals. */
function canonical(number: string): string {
  const plain = number.replace(/[\u00a0\u202f ’']/g, '').replace(/[.,](?=\d{3}(?:\D|$))/g, '');
  const value = Number(plain.replace(',', '.'));
  return Number.isNaN(value) ? plain : String(value);
}

/** The numbers of a text that stand in digits. */
export function numeralsOf(text: string): string[] {
  return [...text.matchAll(NUMBER)].map(([number]) => canonical(number));
}

const VALUES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 100];

function valuesOf({ numbers }: Wording): Map<string, string> {
  const words = numbers.split(' ');
  return new Map(words.map((word, index) => [foldWord(word), String(VALUES[index])]));
}

const numberWords = byLanguage(valuesOf);

/** The numbers of a text, in digits or as words for small ones. */
export function numbersOf(text: string, language: DocumentLanguage): Set<string> {
  const spelt = wordsOf(text).map((word) => numberWords[language].get(foldWord(word)));
  return new Set([...numeralsOf(text), ...spelt.filter((number) => number !== undefined)]);
}

const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{M}'’ʼ-]+/gu;
/** After these a capital letter is the start of a sentence or of a quotation. */
const OPENING = /(?:^|[.!?:;…][”»"]?|[“«„"(—–-])\s*$/u;
const ACRONYM = /^\p{Lu}{2,}/u;

/**
 * The proper names of a text, by their capitals. German writes every noun so: there only acronyms
 * and two capitalised words in a row (`Hermann Ebbinghaus`) are taken for names.
 */
export function namesOf(text: string, language: DocumentLanguage): string[] {
  const capitals = [...text.matchAll(NAME)].map(({ index, 0: word }) => ({
    word,
    start: index,
    end: index + word.length,
    opens: OPENING.test(text.slice(0, index)),
  }));
  return capitals
    .filter(({ word, start, end, opens }, place) => {
      if (ACRONYM.test(word)) return true;
      if (opens || language !== 'de') return !opens;
      const [last, next] = [capitals[place - 1], capitals[place + 1]];
      return next?.start === end + 1 || (last?.opens === false && last.end + 1 === start);
    })
    .map(({ word }) => foldWord(word));
}
