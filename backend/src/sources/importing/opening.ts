import { comparable, TELLING_TITLE } from '../csl/identity';

const DOI = /10\.\d{4,9}(?:\.\d+)*\/[^\s"<>]{1,200}/g;

/** In a PDF a DOI may be glued to what follows it: each of these may be the DOI that is meant. */
function beginningsOf(doi: string): string[] {
  const suffix = doi.indexOf('/') + 2;
  return Array.from({ length: doi.length - suffix + 1 }, (_, index) =>
    doi.slice(0, suffix + index),
  );
}

/** The identities of the DOIs that may stand at the beginning of a text. */
export function doisOf(opening: string): string[] {
  const dois = opening.toLowerCase().match(DOI) ?? [];
  return dois.flatMap(beginningsOf).map((doi) => `doi:${doi}`);
}

/** With what the title of a work begins that stands in the opening of a text. */
export function titleStartsOf(opening: string): string[] {
  const text = comparable(opening);
  const words = [...text.matchAll(/\S+/g)].map(({ index }) => index);
  const starts = words.map((index) => text.slice(index, index + TELLING_TITLE));
  return starts.filter(({ length }) => length === TELLING_TITLE);
}

/** Whether the work with that comparable title may be the one that the text is of. */
export const namesTitle = (comparableOpening: string, title: string): boolean =>
  title.length >= TELLING_TITLE && ` ${comparableOpening}`.includes(` ${title}`);
