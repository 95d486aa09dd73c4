import type { Source } from '../../../api/generated/models';
import { marksOf } from './likeness';

/** As many others are looked at for each; more under one title are no copies of one work. */
const LOOKED_AT = 10;
/** Of a preprint and what was printed in the end. */
const YEARS_APART = 1;

const agree = (one: string | null, other: string | null): boolean =>
  !one || !other || one === other;

/** Of two titles, one may lack its subtitle; two subtitles have to be the same. */
function sameTitle(one: Source, other: Source): boolean {
  const [left, right] = [marksOf(one), marksOf(other)];
  if (left.title === right.title) return true;
  const oneSubtitle = (left.title === left.main) !== (right.title === right.main);
  return oneSubtitle && left.main === right.main && left.main.includes(' ');
}

function sameWork(one: Source, other: Source): boolean {
  const [left, right] = [marksOf(one), marksOf(other)];
  if (left.doi !== null && left.doi === right.doi) return true;
  if (!sameTitle(one, other) || !agree(left.author, right.author)) return false;
  const years = one.year !== null && other.year !== null ? Math.abs(one.year - other.year) : 0;
  return (
    years <= YEARS_APART && agree(one.edition, other.edition) && agree(one.volume, other.volume)
  );
}

/**
 * Of each source, by its id, the first other one that is most likely the same work. One look at
 * each: it is found by what both would have in common, not by comparing all with all.
 * @param areApart two that are known to be two
 */
export function twinsOf(
  sources: readonly Source[],
  areApart: (one: Source, other: Source) => boolean = () => false,
): ReadonlyMap<string, Source> {
  const shelves = new Map<string, Source[]>();
  const shelvesOf = (source: Source) => {
    const { doi, main } = marksOf(source);
    return [...(doi === null ? [] : [`doi ${doi}`]), ...(main === '' ? [] : [`title ${main}`])];
  };
  for (const source of sources) {
    for (const name of shelvesOf(source)) {
      const shelf = shelves.get(name);
      if (shelf === undefined) shelves.set(name, [source]);
      else if (shelf.length < LOOKED_AT) shelf.push(source);
    }
  }
  const twinOf = (source: Source) =>
    shelvesOf(source)
      .flatMap((name) => shelves.get(name) ?? [])
      .find((one) => one !== source && sameWork(source, one) && !areApart(source, one));
  return new Map(
    sources.flatMap((source) => {
      const twin = twinOf(source);
      return twin === undefined ? [] : [[source.id, twin] as const];
    }),
  );
}
