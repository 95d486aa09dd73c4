import { createHash } from 'node:crypto';
import { creatorsOf, yearOf } from './bibliographic-facts';
import { plainText } from './clean-text';
import type { CslItem } from './csl-item';

/** Only letters and digits, without case, accents and compatibility forms. */
export function comparable(text: string): string {
  return plainText(text, 2000)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function identityOfWork(item: CslItem, title: string): string {
  const [first] = creatorsOf(item);
  const creator = comparable(first?.family ?? first?.literal ?? '');
  const facts = [title, String(yearOf(item) ?? ''), creator];
  return `work:${createHash('sha256').update(facts.join('\n')).digest('base64url')}`;
}

/** Two records with the same one describe the same work, unless each has a DOI of its own. */
export const workIdentity = (item: CslItem): string =>
  identityOfWork(item, comparable(item.title ?? ''));

/** DOIs are compared without case (ISO 26324). */
export function doiIdentity({ DOI }: CslItem): string | undefined {
  return DOI === undefined ? undefined : `doi:${DOI.toLowerCase()}`;
}

/** What is unique among a document's sources: the DOI, else title, year and first author. */
export function identityOf(item: CslItem): string {
  return doiIdentity(item) ?? workIdentity(item);
}

/** Shorter titles turn up by chance at the beginning of other texts. */
export const TELLING_TITLE = 20;

/** By what a record is found among others. */
export interface Identities {
  doi: string | undefined;
  work: string;
  /** {@link comparable} */
  title: string;
}

export function identitiesOf(item: CslItem): Identities {
  const title = comparable(item.title ?? '');
  return { doi: doiIdentity(item), work: identityOfWork(item, title), title };
}

/** The same as a row of a source keeps them: of a telling title the beginning, which is indexed. */
export function identityColumns(item: CslItem) {
  const { doi, work, title } = identitiesOf(item);
  const start = title.length < TELLING_TITLE ? null : title.slice(0, TELLING_TITLE);
  return { identity: doi ?? work, doi: doi ?? null, work, titleStart: start };
}
