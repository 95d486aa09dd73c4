import { type CitationItem, parseCitations, renderCitation } from '../../citations';
import type { DocumentLanguage } from '../../common';
import { frozenOf } from '../polish/frozen';

const NUMBER = /\p{N}/u;
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A citation of one source, without what is said around it. */
export const citedAs = ({ key, locator }: CitationItem): string =>
  renderCitation([{ key, locator, prefix: '', suffix: '', suppressAuthor: false }]);

/** The sources that a text cites, each with its place, in order. */
export const citedItems = (markdown: string): CitationItem[] =>
  parseCitations(markdown).clusters.flatMap(({ items }) => items);

/** Figures as written, such as `61 %`. */
export const numbersOf = (markdown: string, language: DocumentLanguage): string[] =>
  frozenOf(markdown, language, new Set()).sequence.filter((one) => NUMBER.test(one));

/** What carries evidence in the original and is not in the proposal, each as written, once. */
export function lostFacts(
  original: string,
  proposed: string,
  language: DocumentLanguage,
): { citations: string[]; others: string[] } {
  const still = new Set(citedItems(proposed).map(citedAs));
  const lost = citedItems(original)
    .map(citedAs)
    .filter((one) => !still.has(one));
  const { quotations } = frozenOf(original, language, new Set());
  const text = squeezed(proposed);
  const kept = new Set(numbersOf(proposed, language));
  const others = [
    ...quotations.filter((one) => !text.includes(squeezed(one))),
    ...numbersOf(original, language).filter((one) => !kept.has(one) && !text.includes(one)),
  ];
  return { citations: [...new Set(lost)], others: [...new Set(others)] };
}
