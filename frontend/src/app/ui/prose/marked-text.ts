// The text has one representation and one parser for its citations, on the server and here.
import { parseCitations } from '../../../../../backend/src/citations/parse-citations';
import type { CitationItem } from './prose-model';

/** Private-use characters: no keyboard types them and Markdown gives them no meaning. */
export const OPEN = '\uE000';
export const CLOSE = '\uE001';
export const MARK = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'u');

/** As long as what it replaces, and nothing to see. */
const NOTHING = '\u200B';

interface MarkedCitation {
  items: CitationItem[];
  /** Which cited work of the text its first item is, from 0. */
  ordinal: number;
  /** Where its mark ends in the marked text. */
  end: number;
  /** How much further on the same place is in the stored text. */
  shift: number;
}

export interface MarkedText {
  markdown: string;
  citations: MarkedCitation[];
}

/** Takes the citations out before Markdown sees them: a key such as `a_b_c` is no emphasis. */
export function markCitations(source: string): MarkedText {
  const stored = source.replaceAll(OPEN, NOTHING).replaceAll(CLOSE, NOTHING);
  let markdown = '';
  let done = 0;
  let ordinal = 0;
  const citations = parseCitations(stored).clusters.map(({ start, end, items }, index) => {
    markdown += `${stored.slice(done, start)}${OPEN}${String(index)}${CLOSE}`;
    done = end;
    ordinal += items.length;
    const first = ordinal - items.length;
    return { items, ordinal: first, end: markdown.length, shift: end - markdown.length };
  });
  return { markdown: markdown + stored.slice(done), citations };
}

/** Where a place of the marked text is in the stored one. */
export function storedPlace({ citations }: MarkedText, place: number): number {
  return place + (citations.findLast(({ end }) => end <= place)?.shift ?? 0);
}
