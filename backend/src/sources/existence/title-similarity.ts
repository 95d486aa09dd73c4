import { comparable } from '../csl/identity';

function pairs(text: string): Map<string, number> {
  const counted = new Map<string, number>();
  for (let start = 0; start + 1 < text.length; start += 1) {
    const pair = text.slice(start, start + 2);
    counted.set(pair, (counted.get(pair) ?? 0) + 1);
  }
  return counted;
}

const total = (counted: ReadonlyMap<string, number>) =>
  [...counted.values()].reduce((sum, count) => sum + count, 0);

/** Sørensen–Dice over pairs of letters: 1 for the same text, 0 for nothing in common. */
function dice(one: string, other: string): number {
  if (one === other) return 1;
  const [left, right] = [pairs(one), pairs(other)];
  const size = total(left) + total(right);
  if (size === 0) return 0;
  let common = 0;
  for (const [pair, count] of left) common += Math.min(count, right.get(pair) ?? 0);
  return (2 * common) / size;
}

/** What stands before the subtitle. */
const mainTitle = (title: string) => title.split(/[:.?!–—]\s/u)[0] ?? title;

/** Shorter ones are the whole of some title and the beginning of many. */
const MIN_MAIN_TITLE = 12;

/**
 * How alike two titles are, from 0 to 1, whatever their case, accents, punctuation and formatting.
 * A subtitle that only one of them states makes no difference.
 */
export function titleSimilarity(one: string, other: string): number {
  const whole = dice(comparable(one), comparable(other));
  const [left, right] = [mainTitle(one), mainTitle(other)];
  // two subtitles are part of what is compared; one alone is not
  if ((left === one) === (right === other)) return whole;
  const [a, b] = [comparable(left), comparable(right)];
  return Math.min(a.length, b.length) < MIN_MAIN_TITLE ? whole : Math.max(whole, dice(a, b));
}
