import type { DocumentLanguage } from '../../common';
import { splitSentences } from '../language/sentences';
import { linesOf, maskCitations, type Span } from './masked-text';

/** A table row or a heading stands or falls as a whole. */
const INDIVISIBLE = /^\s*(?:\||#{1,6}\s)/;

/** The places of the sentences of a Markdown text. */
export function sentenceSpans(markdown: string, language: DocumentLanguage): Span[] {
  const masked = maskCitations(markdown);
  return linesOf(masked).flatMap(({ start, end }) => {
    const line = masked.slice(start, end);
    if (INDIVISIBLE.test(line)) return [{ start, end }];
    let from = start;
    return splitSentences(line, language).map((sentence) => {
      const at = masked.indexOf(sentence, from);
      from = at + sentence.length;
      return { start: at, end: from };
    });
  });
}
