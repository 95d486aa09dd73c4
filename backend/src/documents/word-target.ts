import { WORDS_PER_PAGE } from './words-per-page';

/** Title page, abstract, contents, declaration, and what is left empty where parts end. */
const OTHER_PAGES = 4;

/** Entries of a bibliography on one page. */
const ENTRIES_PER_PAGE = 13;

/** A text of this many words cites one more source, until it has cited them all. */
const WORDS_PER_SOURCE = 45;

/** Introduction, something to say, conclusion. */
const SHORTEST = 450;

/** How many words of text make a document of `pages` pages that may cite `sources` sources. */
export function wordTarget(pages: number, sources: number): number {
  const perWord = 1 / WORDS_PER_PAGE + 1 / (WORDS_PER_SOURCE * ENTRIES_PER_PAGE);
  const withFewer = (pages - OTHER_PAGES) / perWord;
  const withAll = (pages - OTHER_PAGES - sources / ENTRIES_PER_PAGE) * WORDS_PER_PAGE;
  // Whichever is more: not all sources are cited where there is no room for it
  return Math.max(SHORTEST, Math.round(Math.max(withFewer, withAll) / 50) * 50);
}

/** How many pages a text makes when it is set with all that belongs to a thesis. */
export function pagesOf(words: number, sources: number): number {
  const cited = Math.min(sources, words / WORDS_PER_SOURCE);
  return OTHER_PAGES + words / WORDS_PER_PAGE + cited / ENTRIES_PER_PAGE;
}
