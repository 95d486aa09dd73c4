import type { Inline, InlineText } from './document-model';

/** Private-use characters in brackets, as for citations: none can be forged. */
const OPEN = '\uE004';
const CLOSE = '\uE005';
const END = '\uE006';

const MARK = /⧼([\uE004\uE005])([A-Za-z\d-]+)\uE006⧽/g;

/** A span in Pandoc's form, with links but no other spans in it; its language is a BCP 47 tag. */
const SPAN =
  /\[((?:[^[\]\\]|\\[^]|\[[^[\]]*\](?:\([^()\s]*\))?){1,20000}?)\]\{lang=([A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8}){0,3})\}/g;

const mark = (side: string, tag: string) => `⧼${side}${tag}${END}⧽`;

/**
 * Markdown would take a span's brackets for those of a link, and its braces for text; marks pass
 * through its reader untouched.
 */
export function withLanguageMarks(markdown: string): string {
  return markdown.replace(
    SPAN,
    (_, text: string, tag: string) => `${mark(OPEN, tag)}${text}${mark(CLOSE, tag)}`,
  );
}

/** The text with its spans as they are written, for code. */
export function withoutLanguageMarks(text: string): string {
  return text.replace(MARK, (_, side: string, tag: string) =>
    side === OPEN ? '[' : `]{lang=${tag}}`,
  );
}

/** The runs of a paragraph, with the language of those that a span marks. */
export function languageRuns(runs: InlineText): InlineText {
  let language: string | undefined;
  return runs.flatMap((run): Inline[] => {
    const parts = run.text.split(MARK);
    const result: Inline[] = [];
    for (let index = 0; index < parts.length; index += 3) {
      const text = parts[index] ?? '';
      if (text !== '') result.push({ ...run, text, ...(language !== undefined && { language }) });
      const side = parts[index + 1];
      if (side !== undefined) language = side === OPEN ? parts[index + 2] : undefined;
    }
    return result;
  });
}
