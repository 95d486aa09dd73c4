import { termsOf } from '../search-terms';
import { Best, type Scored } from './best';
import { idf, isTelling, saturation, SPOKEN_ABOUT, wordsToShare } from './bm25';
import { Scores } from './scores';
import { type Postings, postingsOf, type TermIndex, WEIGHT } from './term-index';

export interface RankQuery {
  /** The words that say what the query is about, each once. */
  words: readonly string[];
  limit: number;
  /** Only passages of these sources; all of the document's when left out. */
  sourceIds?: readonly string[] | undefined;
}

/** Postings of several terms of one word: a passage that has more than one counts its highest. */
function united(size: number, lists: readonly Postings[]): Postings {
  const highest = new Uint8Array(size);
  const numbers = new Uint32Array(lists.reduce((sum, list) => sum + list.numbers.length, 0));
  let count = 0;
  for (const list of lists) {
    for (let at = 0; at < list.numbers.length; at += 1) {
      const number = list.numbers[at] ?? 0;
      const before = highest[number] ?? 0;
      if (before === 0) numbers[count++] = number;
      highest[number] = Math.max(before, list.weights[at] ?? 0);
    }
  }
  const found = numbers.subarray(0, count);
  return { numbers: found, weights: Uint8Array.from(found, (number) => highest[number] ?? 0) };
}

/** The passages that have a word, as each language of the library would write it. */
function passagesWith(index: TermIndex, word: string): Postings {
  const found: Postings[] = [];
  for (const [language, terms] of index.terms) {
    for (const term of termsOf(word, language)) {
      const number = terms.get(term);
      if (number !== undefined) found.push(postingsOf(index, number));
    }
  }
  const [only] = found;
  return only !== undefined && found.length === 1 ? only : united(index.size, found);
}

const scores = new Scores();

/** Adds up what each word says. @returns the weight of all, and whether any tells passages apart */
function score(index: TermIndex, words: readonly string[]): { weight: number; telling: boolean } {
  const { size, lengths, meanLength } = index;
  scores.begin(size);
  let total = 0;
  let anyTelling = false;
  for (const word of words) {
    const { numbers, weights } = passagesWith(index, word);
    const weight = idf(size, numbers.length);
    const telling = isTelling(size, numbers.length);
    total += weight;
    anyTelling ||= telling;
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] ?? 0;
      const length = (lengths[number] ?? 0) / meanLength;
      const part = weight * saturation((weights[at] ?? 0) / WEIGHT.text, length);
      scores.add(number, part, weight, telling);
    }
  }
  return { weight: total, telling: anyTelling };
}

function isSpokenAbout(size: number, words: number, weight: number): boolean {
  const fewest = wordsToShare(words);
  for (let number = 0; number < size; number += 1) {
    const shared = scores.sharedOf(number);
    if (shared < fewest) continue;
    if (shared >= SPOKEN_ABOUT.words * words) return true;
    if (scores.weightOf(number) >= SPOKEN_ABOUT.weight * weight) return true;
  }
  return false;
}

/** First and last (exclusive) passages of the sources asked for. */
function rangesOf(index: TermIndex, sourceIds?: readonly string[]): (readonly [number, number])[] {
  if (sourceIds === undefined) return [[0, index.size]];
  return [...new Set(sourceIds)].flatMap((id) => {
    const place = index.sources.get(id);
    if (place === undefined) return [];
    return [[index.sourceStarts[place] ?? 0, index.sourceStarts[place + 1] ?? 0] as const];
  });
}

/**
 * The passages that speak about a query, best first, by BM25: each word's rarity in the document
 * weighs it. A passage counts if it shares enough different words with the query, not only such as
 * are in most passages, unless the query finds no others; and if the query is spoken about at all.
 */
export function rank(index: TermIndex, { words, limit, sourceIds }: RankQuery): Scored[] {
  const { weight, telling } = score(index, words);
  if (!isSpokenAbout(index.size, words.length, weight)) return [];
  const fewest = wordsToShare(words.length);
  const best = new Best(limit);
  for (const [start, end] of rangesOf(index, sourceIds)) {
    for (let number = start; number < end; number += 1) {
      if (scores.sharedOf(number) < fewest || (telling && !scores.isTelling(number))) continue;
      best.offer(number, scores.scoreOf(number));
    }
  }
  return best.ranked();
}
