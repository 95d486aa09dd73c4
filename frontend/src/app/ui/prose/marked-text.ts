import { foundThings, isCanonical, type MarkedThing } from './marked-things';

/** Private-use characters: no keyboard types them and Markdown gives them no meaning. */
export const OPEN = '\uE000';
export const CLOSE = '\uE001';
export const MARK = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'u');

/** As long as what it replaces, and nothing to see. */
const NOTHING = '\u200B';

interface Mark {
  thing: MarkedThing;
  /** As it is written. */
  source: string;
  /** Where its mark ends in the marked text. */
  end: number;
  /** How much further on the same place is in the stored text. */
  shift: number;
}

export interface MarkedText {
  markdown: string;
  marks: Mark[];
}

/** Takes out what Markdown is not to see: a key such as `a_b_c` is no emphasis. */
export function markText(source: string): MarkedText {
  const stored = source.replaceAll(OPEN, NOTHING).replaceAll(CLOSE, NOTHING);
  let markdown = '';
  let done = 0;
  const marks = foundThings(stored).map(({ thing, start, end }, index): Mark => {
    markdown += `${stored.slice(done, start)}${OPEN}${String(index)}${CLOSE}`;
    done = end;
    const shift = end - markdown.length;
    return { thing, source: stored.slice(start, end), end: markdown.length, shift };
  });
  return { markdown: markdown + stored.slice(done), marks };
}

/** Where a place of the marked text is in the stored one. */
export function storedPlace({ marks }: MarkedText, place: number): number {
  return place + (marks.findLast(({ end }) => end <= place)?.shift ?? 0);
}

/** A piece of the marked text as it is written. */
export const unmarked = ({ marks }: MarkedText, text: string): string =>
  text.replace(new RegExp(MARK, 'gu'), (_, index: string) => marks[Number(index)]?.source ?? '');

/** The source of a citation, where that is not what the server would write. */
export function ownWriting({ thing, source }: Mark): { written?: string } {
  if (thing.kind !== 'citation' || isCanonical(source, thing.items)) return {};
  return { written: source };
}
