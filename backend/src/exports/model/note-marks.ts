import type { DocumentLanguage } from '../../common';
import type { Inline, InlineText } from './document-model';

/** Elsewhere the number of a note stands before the full stop. */
const AFTER_PUNCTUATION: ReadonlySet<DocumentLanguage> = new Set(['en', 'de']);

const PUNCTUATION = /^[.,;:!?…]+/;

/** Moves the punctuation that begins `next` to the end of `before`. */
function withPunctuation(before: Inline, next: Inline): void {
  const [marks = ''] = PUNCTUATION.exec(next.text) ?? [];
  before.text += marks;
  next.text = next.text.slice(marks.length);
}

/**
 * Sets the numbers of notes close to the word they follow, where a citation in brackets stood after
 * a space, and on the side of the punctuation that the language puts them on.
 */
export function noteMarksSet(text: InlineText, language: DocumentLanguage): InlineText {
  const runs = text.map((run) => ({ ...run }));
  for (const [index, { note }] of runs.entries()) {
    const before = runs[index - 1];
    const next = runs[index + 1];
    if (note === undefined || before === undefined || before.note !== undefined) continue;
    before.text = before.text.trimEnd();
    if (next !== undefined && AFTER_PUNCTUATION.has(language)) withPunctuation(before, next);
  }
  return runs.filter((run) => run.text !== '');
}
