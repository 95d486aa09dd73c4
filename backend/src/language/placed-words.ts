import { BARRIER } from './shingle-index';

/** A word as it stands in a text. */
export interface PlacedWord {
  word: string;
  start: number;
  /** Exclusive. */
  end: number;
}

// Hyphens part words here: files lose them at the ends of lines
const WORD = new RegExp(
  String.raw`${BARRIER}|[\p{L}\p{M}\p{N}]+(?:['’ʼ‘\u0060]+[\p{L}\p{M}\p{N}]+)*`,
  'gu',
);

/** The words of a text and its barriers, in order, for a comparison with those of others. */
export function comparableWords(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** The same with the place of each. */
export function placedWords(text: string): PlacedWord[] {
  return [...text.matchAll(WORD)].map(({ index, 0: word }) => {
    return { word, start: index, end: index + word.length };
  });
}
