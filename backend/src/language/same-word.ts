import type { DocumentLanguage } from '../common';

/** Lower case, no apostrophes, Latin letters without accents; other scripts keep theirs. */
export function foldWord(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’ʼ‘`]/g, '')
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');
}

const SHORTEST_PREFIX = 5;
/** Stems of richly inflected languages differ in their ends. */
const COMMON_SHARE = 0.7;
/** A German compound holds its parts. */
const SHORTEST_PART = 5;

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Whether two folded stems are forms of one word, as far as their letters tell. */
export function sameWord(a: string, b: string, language: DocumentLanguage): boolean {
  if (a === b) return true;
  const longest = Math.max(a.length, b.length);
  const shortest = Math.min(a.length, b.length);
  const shortestPrefix =
    language === 'uk' || language === 'cs' ? SHORTEST_PREFIX - 1 : SHORTEST_PREFIX;
  const prefix = commonPrefix(a, b);
  if (prefix >= shortestPrefix && prefix >= longest * COMMON_SHARE) return true;
  return language === 'de' && shortest >= SHORTEST_PART && (a.includes(b) || b.includes(a));
}
