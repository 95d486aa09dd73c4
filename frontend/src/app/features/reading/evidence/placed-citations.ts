import type { Section, SectionSupport } from '../../../api/generated/models';
// the same reading of a text as the server's
import { parseCitations } from '../../../../../../backend/src/citations/parse-citations';
import type { PlacedCitation } from '../../../ui/prose/prose-context';
import { stateOf, type SupportState } from './support-state';

/** The brackets of a text, in order. */
export function placedCitations(content: string): PlacedCitation[] {
  let next = 0;
  return parseCitations(content).clusters.map(({ items }) => {
    const ordinal = next;
    next += items.length;
    return { items, ordinal };
  });
}

/** Whether the support was told of this very text: the same works in the same order. */
export function isAbout({ citations }: SectionSupport, content: string): boolean {
  const keys = placedCitations(content).flatMap(({ items }) => items.map(({ key }) => key));
  return keys.length === citations.length && keys.every((key, at) => citations[at]?.key === key);
}

const keysOf = ({ items }: PlacedCitation): string => items.map(({ key }) => key).join();

/**
 * A citation of a draft as it stands in the stored text, of which alone the support is told. One that
 * is new there has a place behind all others, of which nothing is known.
 */
export function storedCitation(content: string, citation: PlacedCitation): PlacedCitation {
  const same = placedCitations(content).filter((one) => keysOf(one) === keysOf(citation));
  const there = same.find(({ ordinal }) => ordinal === citation.ordinal) ?? same[0];
  return { items: citation.items, ordinal: there?.ordinal ?? Number.MAX_SAFE_INTEGER };
}

/** A citation in the text of a document. */
export interface OpenCitation extends PlacedCitation {
  sectionId: string;
}

const CONCERNS: readonly (SupportState | null)[] = ['weak', 'unsupported'];

/** The citations of a section that somebody should look at, in order. */
export function concernsOf(section: Section, support: SectionSupport | null): OpenCitation[] {
  if (support === null) return [];
  return placedCitations(section.content)
    .filter((citation) => CONCERNS.includes(stateOf(citation, support)))
    .map((citation) => ({ ...citation, sectionId: section.id }));
}

/** The one behind `current` in the order of the text, the first one behind the last. */
export function nextConcern(
  concerns: readonly OpenCitation[],
  current: OpenCitation | null,
  order: readonly string[],
): OpenCitation | undefined {
  if (current === null) return concerns[0];
  const at = order.indexOf(current.sectionId);
  const isBehind = ({ sectionId, ordinal }: OpenCitation) =>
    sectionId === current.sectionId ? ordinal > current.ordinal : order.indexOf(sectionId) > at;
  return concerns.find(isBehind) ?? concerns[0];
}
