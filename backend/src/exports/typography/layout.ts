import type { DocumentLanguage } from '../../common';
import type { Formatting } from '../../requirements';
import { fontFaces, singleLine } from './fonts';

/** What the look of a document depends on where its university rules it; lengths in points. */
export interface Layout {
  page: { width: number; height: number; top: number; right: number; bottom: number; left: number };
  textWidth: number;
  font: NonNullable<Formatting['font']>;
  size: number;
  noteSize: number;
  tableSize: number;
  captionSize: number;
  /** Multiple of single spacing. */
  lineSpacing: number;
  /** From one base line of the text to the next. */
  lineDistance: number;
  firstLineIndent: number;
  /** Between paragraphs that no indent tells apart. */
  paragraphGap: number;
  justified: boolean;
  /** The language whose words may end a line of a justified text by halves; null for none. */
  hyphenated: DocumentLanguage | null;
  headings: Record<1 | 2 | 3, HeadingLook>;
  pageNumbers: PageNumbers;
}

export interface HeadingLook {
  size: number;
  bold: boolean;
  italic: boolean;
  capitals: boolean;
  alignment: 'left' | 'center' | 'right';
  before: number;
  after: number;
}

export interface PageNumbers {
  edge: 'top' | 'bottom';
  alignment: 'left' | 'center' | 'right';
  from: NonNullable<Formatting['pageNumbersFrom']>;
  /** The pages before the body have roman numbers, and the body begins at 1. */
  roman: boolean;
  size: number;
}

const MM = 72 / 25.4;

const PAPER: Record<
  NonNullable<Formatting['pageSize']>,
  readonly [width: number, height: number]
> = {
  A4: [210, 297],
  A5: [148, 210],
  B5: [176, 250],
  Letter: [215.9, 279.4],
  Legal: [215.9, 355.6],
};

/** In millimetres. */
const MARGIN = 25;
const INDENT = 12.5;

const SIZE = 12;
const SMALL_SIZE = 10;
const TABLE_SIZE = 11;
const LINE_SPACING = 1.5;
const PARAGRAPH_GAP = 6;

function pageOf({ pageSize = 'A4', ...ruled }: Formatting): Layout['page'] {
  const [width, height] = PAPER[pageSize];
  const edge = (mm = MARGIN) => mm * MM;
  return {
    width: width * MM,
    height: height * MM,
    top: edge(ruled.marginTop),
    right: edge(ruled.marginRight),
    bottom: edge(ruled.marginBottom),
    left: edge(ruled.marginLeft),
  };
}

function headingsOf(ruled: Formatting, size: number): Layout['headings'] {
  const { headingSize, headingBold: bold = true, headingAlignment: alignment = 'left' } = ruled;
  const below = { bold, alignment, capitals: false };
  const chapter = {
    bold: ruled.chapterBold ?? true,
    capitals: ruled.chapterCapitals ?? false,
    alignment: ruled.chapterAlignment ?? 'left',
  };
  const chapterSize = ruled.chapterSize ?? Math.max(16, size);
  return {
    1: { ...chapter, size: chapterSize, italic: false, before: 24, after: 12 },
    2: { ...below, size: headingSize ?? Math.max(14, size), italic: false, before: 18, after: 8 },
    3: { ...below, size: headingSize ?? size, italic: true, before: 12, after: 6 },
  };
}

/** The least room that a line of numbers takes, as a multiple of its size. */
const NUMBER_ROOM = 1.3;
const NUMBER_SIZE = 12;

function pageNumbersOf(ruled: Formatting, page: Layout['page']): PageNumbers {
  const { pageNumberPosition = 'bottom_center' } = ruled;
  const [edge, alignment] = pageNumberPosition.split('_') as [
    PageNumbers['edge'],
    PageNumbers['alignment'],
  ];
  return {
    edge,
    alignment,
    from: ruled.pageNumbersFrom ?? 'after_title_page',
    roman: ruled.frontMatterNumbers === 'roman',
    size: Math.min(ruled.fontSize ?? SIZE, NUMBER_SIZE, page[edge] / NUMBER_ROOM),
  };
}

/** The look of a document, as ruled; what no rule states is as in every document. */
export function layoutOf(ruled: Formatting, language: DocumentLanguage): Layout {
  const page = pageOf(ruled);
  const { font = 'Times New Roman', fontSize: size = SIZE } = ruled;
  const { lineSpacing = LINE_SPACING, paragraphIndent = INDENT } = ruled;
  return {
    page,
    textWidth: page.width - page.left - page.right,
    font,
    size,
    noteSize: ruled.footnoteSize ?? Math.min(SMALL_SIZE, size),
    tableSize: ruled.tableSize ?? Math.min(TABLE_SIZE, size),
    captionSize: Math.min(TABLE_SIZE, size),
    lineSpacing,
    lineDistance: lineSpacing * singleLine(fontFaces(font)) * size,
    firstLineIndent: paragraphIndent * MM,
    paragraphGap: paragraphIndent === 0 ? PARAGRAPH_GAP : 0,
    justified: ruled.alignment !== 'left',
    hyphenated: ruled.alignment === 'left' ? null : language,
    headings: headingsOf(ruled, size),
    pageNumbers: pageNumbersOf(ruled, page),
  };
}
