import type { Span } from './masked-text';

/** Words in quotation marks, with the marks. */
export interface Quotation extends Span {
  /** The opening mark, which tells the kind of marks. */
  open: string;
  close: string;
}

const MARK = /[«»„“”"‹›\n]/g;

/** What may close a quotation, by what has opened it; `»` opens in German books. */
const CLOSING: Record<string, string> = {
  '«': '»',
  '»': '«',
  '„': '“”',
  '“': '”',
  '"': '"',
  '‹': '›',
};

/** The outermost quotations within the lines of a text, in one pass whatever stands there. */
export function quotationsOf(markdown: string): Quotation[] {
  const found: Quotation[] = [];
  let opened: { mark: string; at: number } | undefined;
  for (const { index, 0: mark } of markdown.matchAll(MARK)) {
    if (mark === '\n') opened = undefined;
    else if (opened === undefined) {
      if (mark in CLOSING) opened = { mark, at: index };
    } else if (CLOSING[opened.mark]?.includes(mark) === true) {
      found.push({ start: opened.at, end: index + 1, open: opened.mark, close: mark });
      opened = undefined;
    }
  }
  return found;
}
