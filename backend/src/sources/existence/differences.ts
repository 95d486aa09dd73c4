import { creatorsOf, invertedName, yearOf } from '../csl/bibliographic-facts';
import { plainText } from '../csl/clean-text';
import type { CslItem } from '../csl/csl-item';
import { comparable } from '../csl/identity';
import { titleSimilarity } from './title-similarity';

export const COMPARED_FIELDS = ['doi', 'title', 'year', 'author', 'container'] as const;

export type ComparedField = (typeof COMPARED_FIELDS)[number];

/** A field that the student's reference and the provider's record state differently. */
export interface Difference {
  field: ComparedField;
  yours: string;
  theirs: string;
}

const MAX_FACT = 1000;
/** Titles less alike than this are not the same: typing errors pass, other words do not. */
export const SAME_TITLE = 0.9;
const SAME_CONTAINER = 0.8;
const FILLERS = /\b(?:the|of|and|for|in|on|der|die|das|und|la|le|et|de|del|y)\b/g;

const firstAuthor = (csl: CslItem) => creatorsOf(csl)[0];

function sameAuthor(yours: CslItem, theirs: CslItem): boolean {
  const [one, other] = [firstAuthor(yours), firstAuthor(theirs)].map((name) =>
    comparable(name?.family ?? name?.literal ?? ''),
  ) as [string, string];
  // a record may have the particle, or the whole name, in one field
  return one === other || one.endsWith(` ${other}`) || other.endsWith(` ${one}`);
}

const tellingWords = (text: string) =>
  comparable(text)
    .replace(FILLERS, ' ')
    .split(' ')
    .filter((word) => word !== '');

/** `J. Exp. Psychol.` for `Journal of Experimental Psychology`. */
function abbreviates(short: string, long: string): boolean {
  const [shorts, longs] = [tellingWords(short), tellingWords(long)];
  if (shorts.length === 0 || shorts.length > longs.length) return false;
  return shorts.every((word, index) => longs[index]?.startsWith(word));
}

function sameContainer(yours: string, theirs: string): boolean {
  if (abbreviates(yours, theirs) || abbreviates(theirs, yours)) return true;
  return titleSimilarity(yours, theirs) >= SAME_CONTAINER;
}

const FACTS: Record<ComparedField, (csl: CslItem) => string | undefined> = {
  doi: ({ DOI }) => DOI,
  title: ({ title }) => title && plainText(title, MAX_FACT),
  year: (csl) => yearOf(csl)?.toString(),
  author: (csl) => {
    const author = firstAuthor(csl);
    return author && invertedName(author);
  },
  container: (csl) => csl['container-title'],
};

const SAME: Record<ComparedField, (yours: CslItem, theirs: CslItem) => boolean> = {
  doi: (yours, theirs) => yours.DOI?.toLowerCase() === theirs.DOI?.toLowerCase(),
  title: (yours, theirs) => titleSimilarity(yours.title ?? '', theirs.title ?? '') >= SAME_TITLE,
  year: (yours, theirs) => yearOf(yours) === yearOf(theirs),
  author: sameAuthor,
  container: (yours, theirs) =>
    sameContainer(yours['container-title'] ?? '', theirs['container-title'] ?? ''),
};

/** Where two records contradict each other. What one of them leaves open is no contradiction. */
export function differencesBetween(yours: CslItem, theirs: CslItem): Difference[] {
  return COMPARED_FIELDS.flatMap((field) => {
    const [mine, other] = [FACTS[field](yours), FACTS[field](theirs)];
    if (mine === undefined || other === undefined || SAME[field](yours, theirs)) return [];
    return [{ field, yours: mine, theirs: other }];
  });
}

/** A title of a few letters is that of many works. */
const TELLING_TITLE = 20;

export const hasTellingTitle = ({ title }: CslItem): boolean =>
  comparable(title ?? '').length >= TELLING_TITLE;

/**
 * Whether a record that was found by words is of the work that is looked for, however wrongly that
 * is described: a similar title alone is not enough, or every invented one would find its work.
 */
export function isSameWork(yours: CslItem, theirs: CslItem): boolean {
  const wrong = new Set(differencesBetween(yours, theirs).map(({ field }) => field));
  if (wrong.has('title')) return false;
  if (!wrong.has('author') && firstAuthor(yours) !== undefined) return true;
  return hasTellingTitle(yours) && !wrong.has('year');
}
