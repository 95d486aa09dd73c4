import { Bookmark, HeadingLevel, Paragraph, TextRun } from 'docx';

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
}

export function heading(text: string, { level, index, onNewPage }: HeadingOptions): Paragraph {
  return new Paragraph({
    heading: LEVELS[level],
    pageBreakBefore: onNewPage,
    children: [new Bookmark({ id: headingBookmark(index), children: [new TextRun(text)] })],
  });
}
