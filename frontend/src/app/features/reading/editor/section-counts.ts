import { countWords } from '../../../../../../backend/src/documents/count-words';
import { pagesOf } from '../../../../../../backend/src/documents/word-target';
import { plainSentence } from '../evidence/plain-sentence';

export interface TextCounts {
  words: number;
  /** Of the text as one reads it, without citations. */
  characters: number;
  /** Without spaces. */
  letters: number;
}

export function countText(markdown: string): TextCounts {
  const text = plainSentence(markdown);
  const characters = [...text].length;
  const letters = [...text.replace(/\s/g, '')].length;
  return { words: countWords(markdown), characters, letters };
}

/** Pages of the whole document as the exports set it, about. */
export const aboutPages = (words: number, sources: number): number =>
  Math.max(1, Math.round(pagesOf(words, sources)));
