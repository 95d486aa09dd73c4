import type { Leaf } from './assign-units';
import type { Theme } from './theme';
import type { Unit } from './unit';

export interface Chapter {
  leaves: readonly Leaf[];
}

const LONGEST_CHAPTER = 3;

/** How much two themes are spoken of in the same places (cosine). */
function kinship(a: Theme, b: Theme): number {
  const dot = (x: Theme, y: Theme) =>
    x.strength.reduce((sum, value, unit) => sum + value * (y.strength[unit] ?? 0), 0);
  return dot(a, b) === 0 ? 0 : dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

/** Average linkage: the mean over all pairs of themes. */
function linkage(a: Chapter, b: Chapter): number {
  const pairs = a.leaves.flatMap((one) => b.leaves.map((two) => kinship(one.theme, two.theme)));
  return pairs.reduce((sum, value) => sum + value, 0) / Math.max(1, pairs.length);
}

function meanYear({ units: indexes }: Leaf, units: readonly Unit[]): number {
  const years = indexes.map((index) => units[index]?.year ?? 0);
  return years.reduce((sum, year) => sum + year, 0) / Math.max(1, years.length);
}

/** As the topic names them; what it does not name stands behind its closest kin, or by age. */
function readingOrder(leaves: readonly Leaf[], units: readonly Unit[]): Leaf[] {
  const named = leaves
    .filter(({ theme }) => theme.mentioned !== null)
    .sort((a, b) => (a.theme.mentioned ?? 0) - (b.theme.mentioned ?? 0));
  const others = leaves
    .filter(({ theme }) => theme.mentioned === null)
    .sort((a, b) => meanYear(a, units) - meanYear(b, units));
  return others.reduce<Leaf[]>((order, leaf) => {
    const closest = named
      .map((other) => ({ other, value: kinship(leaf.theme, other.theme) }))
      .filter(({ value }) => value > 0)
      .sort((a, b) => b.value - a.value)[0];
    const after = closest === undefined ? order.length - 1 : order.indexOf(closest.other);
    return order.toSpliced(after + 1, 0, leaf);
  }, named);
}

/**
 * Groups neighbours into about `count` chapters, the most kindred first. Only neighbours, so that
 * the chapters follow one another as the topic does.
 */
export function groupChapters(
  leaves: readonly Leaf[],
  count: number,
  units: readonly Unit[],
): Chapter[] {
  let chapters: Chapter[] = readingOrder(leaves, units).map((leaf) => ({ leaves: [leaf] }));
  while (chapters.length > count) {
    const pairs = chapters.flatMap((chapter, index) => {
      const next = chapters[index + 1];
      const size = chapter.leaves.length + (next?.leaves.length ?? LONGEST_CHAPTER);
      if (next === undefined || size > LONGEST_CHAPTER) return [];
      // Of equally close pairs the smaller first, so that chapters stay of a size
      return [
        {
          index,
          leaves: [...chapter.leaves, ...next.leaves],
          value: linkage(chapter, next) / size,
        },
      ];
    });
    const closest = pairs.sort((a, b) => b.value - a.value)[0];
    if (closest === undefined) break;
    chapters = chapters.toSpliced(closest.index, 2, { leaves: closest.leaves });
  }
  return chapters;
}
