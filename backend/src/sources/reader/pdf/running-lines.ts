import type { Line } from './line';

/** Lines at each edge of a page among which headers and footers are looked for. */
const EDGE_LINES = 2;
/** A header has to recur on this many pages, and on this share of them (odd and even differ). */
const MIN_PAGES = 3;
const MIN_SHARE = 0.3;

const PAGE_NUMBER = /^[-–—\s[(]*(?:\p{L}{1,6}\.?\s)?(?:\d{1,4}|[ivxlc]{1,7})[-–—\s\])]*$/iu;

/** What stays the same when the page number in it changes. */
const pattern = (text: string): string => text.toLowerCase().replace(/\d+/g, '#');

function edgesOf(lines: readonly Line[]): Set<Line> {
  const byHeight = [...lines].sort((a, b) => b.y - a.y);
  return new Set([...byHeight.slice(0, EDGE_LINES), ...byHeight.slice(-EDGE_LINES)]);
}

/**
 * Removes headers, footers and page numbers: lines at the upper or lower edge that recur, numbers
 * aside, or that are nothing but a number. A line of the text itself does not recur like that.
 */
export function withoutRunningLines(pages: readonly Line[][]): Line[][] {
  const edges = pages.map(edgesOf);
  const recurrence = new Map<string, number>();
  for (const edge of edges) {
    for (const key of new Set([...edge].map(({ text }) => pattern(text)))) {
      recurrence.set(key, (recurrence.get(key) ?? 0) + 1);
    }
  }
  const enough = Math.max(MIN_PAGES, pages.length * MIN_SHARE);
  const isRunning = ({ text }: Line) =>
    PAGE_NUMBER.test(text) || (recurrence.get(pattern(text)) ?? 0) >= enough;
  return pages.map((lines, index) =>
    lines.filter((line) => !(edges[index]?.has(line) && isRunning(line))),
  );
}
