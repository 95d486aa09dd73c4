/** Words on a full page of text as the exports set it (A4, 12 pt, line spacing 1.5), by trial. */
const WORDS_PER_PAGE = 370;

/** Title page and contents. */
const FRONT_PAGES = 2;

/** Entries of a bibliography on one page. */
const ENTRIES_PER_PAGE = 13;

/** However short a document is, most of it is text. */
const SMALLEST_TEXT_SHARE = 0.55;

/** How many words of text make a document of `pages` pages that cites about `sources` sources. */
export function wordTarget(pages: number, sources: number): number {
  const around = FRONT_PAGES + sources / ENTRIES_PER_PAGE;
  const textPages = Math.max(pages - around, pages * SMALLEST_TEXT_SHARE);
  return Math.round((textPages * WORDS_PER_PAGE) / 50) * 50;
}
