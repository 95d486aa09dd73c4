import type { CitationItem } from '../../../../ui/prose/prose-model';

const NUMBER = String.raw`(?:\d{1,6}|[ivxlcdm]{1,10})`;
const PAGES = new RegExp(
  String.raw`^${NUMBER}(?:\s*[-–—]\s*${NUMBER})?(?:\s*,\s*\d{1,6}(?:\s*[-–—]\s*\d{1,6})?)*$`,
  'i',
);

/**
 * A place in a source as one types it: `12`, `12–14`, `3, 7` or `iv`.
 * @returns null for no place, undefined for what is none
 */
export function pageLocator(typed: string): CitationItem['locator'] | undefined {
  const value = typed.trim();
  if (value === '') return null;
  if (!PAGES.test(value)) return undefined;
  return { label: 'page', value: value.replace(/\s*[-–—]\s*/g, '-').toLowerCase() };
}

/** `roediger, 12` looks for the name and cites the page. */
export function splitQuery(typed: string): { words: string; page: string } {
  const [, words = typed, page = ''] = /^(.*\S),\s*(\S.*)$/.exec(typed.trim()) ?? [];
  return pageLocator(page) === undefined || page === ''
    ? { words: typed.trim(), page: '' }
    : { words, page };
}
