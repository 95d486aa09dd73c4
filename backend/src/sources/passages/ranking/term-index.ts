import type { DocumentLanguage } from '../../../common';

/**
 * What occurrences count, in halves: what the passage itself says, and the title and keywords of
 * the work, which say what the whole is about.
 */
export const WEIGHT = { text: 2, heading: 1 } as const;

/** The passages that have a term, by ascending number, and how often they have it, in halves. */
export interface Postings {
  numbers: Uint32Array;
  weights: Uint8Array;
}

/**
 * The inverted index of one document's passages. They are numbered from 0 in the order in which
 * ties stand: by the key of their source, then as in the text.
 */
export interface TermIndex extends Postings {
  /** How many passages there are. */
  size: number;
  /** 16 bytes for each passage: its id. */
  ids: Buffer;
  /** Characters of each passage, at most 65,535. */
  lengths: Uint16Array;
  meanLength: number;
  /** The place of each source, by id. */
  sources: ReadonlyMap<string, number>;
  /** The first passage of each source, and behind the last source how many there are. */
  sourceStarts: Uint32Array;
  /** Terms of one language mean nothing in another: each language has its own, with their numbers. */
  terms: ReadonlyMap<DocumentLanguage, ReadonlyMap<string, number>>;
  /** Where the postings of each term begin, and behind the last term where they end. */
  termStarts: Uint32Array;
}

/** What V8 needs for an entry of a map with a short string of its own. */
const BYTES_PER_TERM = 100;

/** About how much memory an index takes. */
export function bytesOf(index: TermIndex): number {
  const { ids, lengths, numbers, weights, termStarts, sourceStarts } = index;
  const arrays = [ids, lengths, numbers, weights, termStarts, sourceStarts];
  const terms = termStarts.length + sourceStarts.length;
  return arrays.reduce((sum, { byteLength }) => sum + byteLength, terms * BYTES_PER_TERM);
}

/** The postings of a term by its number. */
export function postingsOf({ numbers, weights, termStarts }: TermIndex, term: number): Postings {
  const start = termStarts[term] ?? 0;
  const end = termStarts[term + 1] ?? start;
  return { numbers: numbers.subarray(start, end), weights: weights.subarray(start, end) };
}
