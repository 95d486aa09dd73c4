/** The look both renderers share, in points; 1 cm is 28.35 pt. */
const CM = 72 / 2.54;

export const PAGE = {
  width: 21 * CM,
  height: 29.7 * CM,
  margin: 2.5 * CM,
} as const;

export const TEXT_WIDTH = PAGE.width - 2 * PAGE.margin;

/** Text sizes, and the space around what stands alone. */
export const TYPE = {
  size: 12,
  /** Multiple of single spacing. */
  lineSpacing: 1.5,
  firstLineIndent: 1.25 * CM,
  hangingIndent: 1.25 * CM,
  listIndent: 1.25 * CM,
  listMarkerWidth: 0.63 * CM,
  codeSize: 10,
  noteSize: 10,
  tableSize: 11,
  /** Multiple of single spacing in quotes, the contents and the bibliography. */
  tightSpacing: 1.15,
  blockGap: 8,
  entryGap: 6,
  cellPaddingX: 5,
  cellPaddingY: 3,
} as const;

interface HeadingLook {
  size: number;
  italic: boolean;
  before: number;
  after: number;
}

/** By level: chapter, part of a chapter, sub-heading in the text. */
export const HEADINGS: Record<1 | 2 | 3, HeadingLook> = {
  1: { size: 16, italic: false, before: 24, after: 12 },
  2: { size: 14, italic: false, before: 18, after: 8 },
  3: { size: 12, italic: true, before: 12, after: 6 },
};

export const TITLE_PAGE = {
  spaceAbove: 170,
  typeSize: 14,
  titleSize: 22,
  longTitleSize: 16,
  /** Titles of more characters are set smaller, so that the page holds them. */
  longTitle: 120,
  authorSize: 14,
  noticeSize: 11,
  gap: 28,
} as const;

export function titleSize(title: string): number {
  return title.length > TITLE_PAGE.longTitle ? TITLE_PAGE.longTitleSize : TITLE_PAGE.titleSize;
}

/** CSL's languages as the tags that word processors and PDF readers know (BCP 47). */
export const LANGUAGE_TAGS = {
  en: 'en-US',
  uk: 'uk-UA',
  it: 'it-IT',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  cs: 'cs-CZ',
} as const;
