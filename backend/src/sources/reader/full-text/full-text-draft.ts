import type { CslItem } from '../../csl/csl-item';
import type { PassageDraft } from '../../passages/passage';
import { splitPassages } from '../../passages/split-passages';
import type { ReadRequest, SourceDraft } from '../reading';
import { isQuotable } from './quotable';
import { withoutReferenceList } from './reference-list';

/** Fewer letters than this in the whole file are a stamp on a scan rather than its text. */
const MIN_LETTERS = 100;
const MAX_OPENING = 4000;

export function hasText(texts: readonly string[]): boolean {
  const letters = texts.reduce((sum, text) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);
  return letters >= MIN_LETTERS;
}

/** The beginning of a text, which names the work and who wrote it. */
export const openingOf = (texts: readonly string[]): string =>
  texts.join(' ').slice(0, MAX_OPENING);

/** The sentences of a text that can be quoted; of each page's paragraphs, without references. */
export function quotablePassages(
  pages: readonly string[][],
  { language }: ReadRequest,
  pageOf: (index: number) => number | null,
): PassageDraft[] {
  return withoutReferenceList(pages).flatMap((paragraphs, index) =>
    splitPassages({
      text: paragraphs.join('\n'),
      kind: 'fulltext',
      page: pageOf(index),
      language,
      accept: isQuotable,
    }),
  );
}

interface FullText {
  csl: CslItem;
  pageCount: number | null;
  passages: PassageDraft[];
  opening: string;
}

/** The source that a file with the text of one work is. */
export function fullTextDraft(
  { csl, pageCount, passages, opening }: FullText,
  { stated }: ReadRequest,
): SourceDraft {
  const draft = { csl, line: null, pageCount, passages };
  return stated.title === undefined ? { ...draft, opening } : draft;
}
