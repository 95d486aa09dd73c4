/** A part of a text as LanguageTool takes it: read, or only counted and read as something else. */
export type Annotation = { text: string } | { markup: string; interpretAs: string };

/** A part of a section that is sent by itself. */
export interface Piece {
  sectionId: string;
  /** Where it begins in the section's text. */
  start: number;
  text: string;
}

/** Characters sent at a time; public servers take 20,000. */
const LONGEST = 15_000;

/** Where to part a text: between paragraphs, else lines, else words. */
function cutAt(text: string, from: number): number {
  if (text.length - from <= LONGEST) return text.length;
  const part = text.slice(from, from + LONGEST);
  const at = ['\n\n', '\n', ' ']
    .map((gap) => ({ gap, at: part.lastIndexOf(gap) }))
    .find((one) => one.at > 0);
  return from + (at === undefined ? LONGEST : at.at + at.gap.length);
}

/** A section's text in parts that are short enough. */
export function piecesOf({ id, content }: { id: string; content: string }): Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < content.length;) {
    const end = cutAt(content, start);
    pieces.push({ sectionId: id, start, text: content.slice(start, end) });
    start = end;
  }
  return pieces.filter(({ text }) => text.trim() !== '');
}

const CITATION = String.raw`\s?\[[^[\]]*@[^[\]]*\]`;
const CODE = '```[^]*?(?:```|(?![^]))|`[^`\n]+`';
const ADDRESS = String.raw`\]\([^()\s]*\)|https?:[^\s)]+`;
const LINE_MARK = String.raw`^[ \t]*(?:[-*+>]|#{1,6}|\d{1,3}[.)])[ \t]+|^[ \t]*\|[-:| \t]+\|?$`;
const MARKUP = new RegExp(
  `(?<code>${CODE})|${CITATION}|${ADDRESS}|${LINE_MARK}|[*_~|\\[\\]]+`,
  'gm',
);

/** Nothing is read of citations, addresses and marks; code is read as a name. */
export function annotated(text: string): Annotation[] {
  const annotations: Annotation[] = [];
  let from = 0;
  for (const { index, 0: markup, groups } of text.matchAll(MARKUP)) {
    if (index > from) annotations.push({ text: text.slice(from, index) });
    const interpretAs = groups?.['code'] === undefined ? '' : 'X';
    annotations.push({ markup, interpretAs });
    from = index + markup.length;
  }
  if (from < text.length) annotations.push({ text: text.slice(from) });
  return annotations;
}
