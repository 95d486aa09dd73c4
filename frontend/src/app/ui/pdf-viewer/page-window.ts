/** Pages one below the other; everything in CSS pixels. */
export interface PageColumn {
  /** Of each page, from the first one. */
  heights: readonly number[];
  gap: number;
}

/** Pages from `first` to `last`, counted from 1, both included. */
export interface PageWindow {
  first: number;
  last: number;
}

/** Where each page begins, and at the end where all of them end. */
export function topsOf({ heights, gap }: PageColumn): number[] {
  const tops = [0];
  for (const height of heights) tops.push((tops.at(-1) ?? 0) + height + gap);
  return tops;
}

/** The page that stands at a place, by bisection. */
export function pageAt(tops: readonly number[], place: number): number {
  let [low, high] = [0, Math.max(0, tops.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

/**
 * The pages that are kept drawn: those in sight and what is one screen away, so that memory does
 * not grow with the length of a file.
 */
export function windowAt(tops: readonly number[], scrolled: number, visible: number): PageWindow {
  return {
    first: pageAt(tops, scrolled - visible),
    last: pageAt(tops, scrolled + 2 * visible),
  };
}

const MAX_PIXELS = 8_000_000;

/** Pixels of a canvas for one CSS pixel: sharp, but never more than memory bears. */
export function densityFor(width: number, height: number, ofScreen: number): number {
  const bearable = Math.sqrt(MAX_PIXELS / Math.max(1, width * height));
  return Math.min(Math.max(1, Math.min(ofScreen, 2)), bearable);
}
