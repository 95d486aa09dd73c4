import { Bookmark, HeadingLevel, Paragraph, type ParagraphChild, TextRun } from 'docx';
import type { Place } from '../model/document-model';
import { referenceBookmark } from './fields';

/** Page on which each heading stands, by its bookmark. */
export type HeadingPages = ReadonlyMap<string, number>;

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2 } as const;

/** The name Word itself gives to bookmarks of headings that a table of contents lists. */
export function headingBookmark(index: number): string {
  return `_Toc${String(index + 1)}`;
}

interface HeadingOptions {
  level: 1 | 2;
  /** Place among all headings of the contents. */
  index: number;
  onNewPage: boolean;
  /** The part of its text that references show. */
  referred?: Place;
}

/** The text with a bookmark around what references show of it. */
function marked(text: string, { id, number }: Place): ParagraphChild[] {
  const at = text.indexOf(number);
  const run = (part: string) => (part === '' ? [] : [new TextRun(part)]);
  return [
    ...run(text.slice(0, at)),
    new Bookmark({ id: referenceBookmark(id), children: run(number) }),
    ...run(text.slice(at + number.length)),
  ];
}

export function heading(text: string, options: HeadingOptions): Paragraph {
  const { level, index, onNewPage, referred } = options;
  const children = referred === undefined ? [new TextRun(text)] : marked(text, referred);
  return new Paragraph({
    heading: LEVELS[level],
    pageBreakBefore: onNewPage,
    children: [new Bookmark({ id: headingBookmark(index), children })],
  });
}
