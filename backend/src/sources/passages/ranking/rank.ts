import { type QueryWord, termsOf } from '../search-terms';
import { Best, type Scored } from './best';
import { idf, isTelling, saturation, SPOKEN_ABOUT, wordsToShare } from './bm25';
import { Scores } from './scores';
import { type Postings, postingsOf, type TermIndex, WEIGHT } from './term-index';

export interface RankQuery {
  words: readonly QueryWord[];
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

/** What a query is about: what a passage has to share some of. */
interface Aim {
  /** Different significant words. */
  words: number;
  /** Of the significant words together. */
  weight: number;
  /** Whether one of them tells passages apart. */
  telling: boolean;
}

/** Adds up what each word says of each passage. */
function score(index: TermIndex, words: readonly QueryWord[]): Aim {
  const { size, lengths, meanLength } = index;
  const aim: Aim = { words: 0, weight: 0, telling: false };
  scores.begin(size);
  for (const { word, count, significant } of words) {
    const { numbers, weights } = passagesWith(index, word);
    const weight = count * idf(size, numbers.length);
    const telling = isTelling(size, numbers.length);
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] ?? 0;
      const length = (lengths[number] ?? 0) / meanLength;
      scores.add(number, weight * saturation((weights[at] ?? 0) / WEIGHT.text, length));
      if (significant) scores.share(number, weight, telling);
    }
    if (!significant) continue;
    aim.words += 1;
    aim.weight += weight;
    aim.telling ||= telling;
  }
  return aim;
}

function isSpokenAbout(size: number, { words, weight }: Aim): boolean {
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
 * weighs it, as often as the query has it. A passage counts if it shares enough different
 * significant words with the query, not only such as are in most passages, unless the query finds
 * no others; and if the query is spoken about at all.
 */
export function rank(index: TermIndex, { words, limit, sourceIds }: RankQuery): Scored[] {
  const aim = score(index, words);
  if (!isSpokenAbout(index.size, aim)) return [];
  const fewest = wordsToShare(aim.words);
  const best = new Best(limit);
  for (const [start, end] of rangesOf(index, sourceIds)) {
    for (let number = start; number < end; number += 1) {
      if (scores.sharedOf(number) < fewest || (aim.telling && !scores.isTelling(number))) continue;
      best.offer(number, scores.scoreOf(number));
    }
  }
  return best.ranked();
}
