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

/** Two records with the same one describe the same work, unless each has a DOI of its own. */
export function workIdentity(item: CslItem): string {
  const [first] = creatorsOf(item);
  const facts = [
    comparable(item.title ?? ''),
    String(yearOf(item) ?? ''),
    comparable(first?.family ?? first?.literal ?? ''),
  ];
  return `work:${createHash('sha256').update(facts.join('\n')).digest('base64url')}`;
}

/** DOIs are compared without case (ISO 26324). */
export function doiIdentity({ DOI }: CslItem): string | undefined {
  return DOI === undefined ? undefined : `doi:${DOI.toLowerCase()}`;
}

/** What is unique among a document's sources: the DOI, else title, year and first author. */
export function identityOf(item: CslItem): string {
  return doiIdentity(item) ?? workIdentity(item);
}
