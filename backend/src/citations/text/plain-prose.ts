const CITATION = /\[[^[\]]*@[^[\]]*\]/g;
const LINK_TARGET = /\]\([^()\s]*\)/g;
/** List marks, quotation and heading marks at the start of a line. */
const LINE_MARK = /^[ \t]*(?:[-*+>]|#{1,6}|\d{1,3}[.)])[ \t]+/gm;
const MARKUP = /(?<!\\)[*_`~|]+|\\(?=[^\p{L}\p{N}\s])/gu;

/** The words of a piece of Markdown as a reader sees them, without its citations. */
export function plainProse(markdown: string): string {
  return markdown
    .replace(CITATION, ' ')
    .replace(LINK_TARGET, ']')
    .replace(LINE_MARK, '')
    .replace(MARKUP, '')
    .replace(/\s+/g, ' ')
    .trim();
}
