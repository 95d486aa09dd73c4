import { plainText } from '../../citations/csl/formatted-text';
import type { Caption, EquationNumber } from './document-model';

/** `2.1`, or `3` where the captions are counted through. */
export function captionNumber({ chapter, ordinal }: Omit<EquationNumber, 'id'>): string {
  return `${chapter}${String(ordinal)}`;
}

/** What stands before the words of a caption: `Table 3. `, or `Table 3` where there are none. */
export function captionHead(caption: Caption): string {
  const { label, text, separator } = caption;
  const head = `${label}\u00A0${captionNumber(caption)}`;
  return plainText(text) === '' ? head : `${head}${separator}`;
}

/** A caption in one line, without the numbers of notes. */
export function captionLine(caption: Caption): string {
  const text = plainText(
    caption.text
      .filter(({ note }) => note === undefined)
      .map((run) => (run.formula === undefined ? run : { ...run, text: run.formula.tex })),
  );
  return `${captionHead(caption)}${text}`;
}
