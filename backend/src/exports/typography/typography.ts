import type { Layout } from './layout';

/** The look both renderers share, in points; 1 cm is 28.35 pt. */
const CM = 72 / 2.54;

/** Text sizes, and the space around what stands alone; what a university may rule is in layout.ts. */
export const TYPE = {
  /** Of quotations, and of what hangs below something in the contents. */
  blockIndent: 1.25 * CM,
  hangingIndent: 1.25 * CM,
  listIndent: 1.25 * CM,
  listMarkerWidth: 0.63 * CM,
  codeSize: 10,
  /** Multiple of single spacing in quotes, the contents and the bibliography. */
  tightSpacing: 1.15,
  blockGap: 8,
  entryGap: 6,
  /** Between a caption and what it belongs to. */
  captionGap: 4,
  cellPaddingX: 5,
  cellPaddingY: 3,
} as const;

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

/** Of the text on a page with usual margins. */
const USUAL_HEIGHT = 700;

/** Lines of a title page as it usually is, with the notice. */
const USUAL_LINES = 5;

/** Room that a line of a fuller title page takes, with what it may need to break. */
const FULL_LINE = 24;

/** Points above a title page and between its lines: fewer, the less room a page leaves. */
export function titleSpacing(
  lines: number,
  { page }: Pick<Layout, 'page'>,
): { above: number; gap: number } {
  const height = page.height - page.top - page.bottom;
  const share = Math.min(1, height / USUAL_HEIGHT);
  if (lines <= USUAL_LINES) return { above: TITLE_PAGE.spaceAbove * share, gap: TITLE_PAGE.gap };
  const left = height / lines - FULL_LINE;
  return { above: 0, gap: Math.max(2, Math.min(TITLE_PAGE.gap, left)) };
}

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
