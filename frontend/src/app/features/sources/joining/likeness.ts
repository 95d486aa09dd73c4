import type { Source } from '../../../api/generated/models';

/** Shorter titles are the whole of one work and the beginning of many. */
const TELLING_TITLE = 12;
/** Of the shorter title, as much stands in the longer one too. */
const ALIKE = 0.85;

/** Why two sources may be one work. */
export type LikeReason = 'doi' | 'title';

export interface Likeness {
  reason: LikeReason | null;
  /** The higher, the more alike; compared among those with a reason. */
  closeness: number;
}

/** By what a source is recognised. */
export interface Marks {
  doi: string | null;
  title: string;
  /** What stands before the subtitle. */
  main: string;
  /** Those in the title: other numbers, other works. */
  numbers: string;
  /** Empty where there is none. */
  author: string;
}

/** Sources are never changed, but replaced. */
const found = new WeakMap<Source, Marks>();
/** Only for those that were once compared letter by letter, since they take room. */
const spelt = new WeakMap<Source, ReadonlySet<string>>();

/** Only letters and digits, without case, accents and compatibility forms. */
const comparable = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** A DOI without its version; some references have theirs only in their address. */
function doiOf({ doi, url }: Source): string | null {
  const stated = doi ?? /doi\.org\/(10\.\S+)/i.exec(url ?? '')?.[1];
  return stated?.toLowerCase().replace(/v\d+$/, '') ?? null;
}

export function marksOf(source: Source): Marks {
  const known = found.get(source);
  if (known !== undefined) return known;
  const title = comparable(source.title);
  const marks = {
    doi: doiOf(source),
    title,
    main: comparable(source.title.split(/[:.?!–—]\s/u)[0] ?? ''),
    numbers: (title.match(/\p{N}+/gu) ?? []).join(' '),
    author: comparable(source.names[0]?.split(',')[0] ?? ''),
  };
  found.set(source, marks);
  return marks;
}

/** The letters of a title in threes. */
function threesOf(source: Source): ReadonlySet<string> {
  const known = spelt.get(source);
  if (known !== undefined) return known;
  const letters = Array.from(marksOf(source).title);
  const threes = new Set(letters.slice(2).map((_, at) => letters.slice(at, at + 3).join('')));
  spelt.set(source, threes);
  return threes;
}

function commonOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let common = 0;
  for (const three of one) if (other.has(three)) common += 1;
  return common;
}

/**
 * Two titles, one of which may be misspelt or lack its subtitle.
 * @param share of the shorter one that stands in the longer one too
 */
function titlesAlike(one: Marks, other: Marks, share: number): boolean {
  if (one.title === other.title) return true;
  const numbered = one.numbers !== '' && other.numbers !== '';
  if (numbered && one.numbers !== other.numbers) return false;
  return Math.min(one.title.length, other.title.length) >= TELLING_TITLE && share >= ALIKE;
}

/** How alike two sources look, for somebody who then decides. */
export function likenessOf(source: Source, another: Source): Likeness {
  const [one, other] = [marksOf(source), marksOf(another)];
  const [left, right] = [threesOf(source), threesOf(another)];
  const common = commonOf(left, right);
  const share = common / Math.max(1, Math.min(left.size, right.size));
  const inCommon = common / Math.max(1, left.size + right.size - common);
  const closeness = inCommon + Number(one.author !== '' && one.author === other.author);
  if (one.doi !== null && one.doi === other.doi) return { reason: 'doi', closeness: closeness + 2 };
  return { reason: titlesAlike(one, other, share) ? 'title' : null, closeness };
}

/** Those of one library that may be the same work come first, the others as they were. */
export function byLikeness(
  source: Source,
  others: readonly Source[],
): { source: Source; reason: LikeReason | null }[] {
  const rank = ({ reason, closeness }: Likeness) => (reason === null ? -1 : closeness);
  return others
    .map((other) => ({ source: other, ...likenessOf(source, other) }))
    .sort((one, other) => rank(other) - rank(one))
    .map(({ source: other, reason }) => ({ source: other, reason }));
}
