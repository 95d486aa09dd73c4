import { type MarkedText, markText, storedPlace } from './marked-text';
import { markdownTree } from './markdown-tree';
import { ProseBuilder } from './prose-builder';
import type { ProseBlock, ProseRange } from './prose-model';
import { RangeCutter } from './range-cutter';
import { withCaptions } from './table-captions';

/**
 * Reads the Markdown of a section; never throws, never yields markup.
 * @param ranges parts of the text that are to come out apart
 */
export function parseProse(source: string, ranges: readonly ProseRange[] = []): ProseBlock[] {
  const marked = markText(source);
  const builder = new ProseBuilder(marked, new RangeCutter(marked, ranges));
  return withCaptions(builder.blocks(markdownTree(marked.markdown).children));
}

/** A block of the uppermost level at its place in the Markdown. */
export interface ProsePart {
  start: number;
  /** Exclusive. */
  end: number;
  /** Several where one node is shown as several, none where nothing of it is shown. */
  blocks: ProseBlock[];
}

/** The blocks of a text each with its place; captions of tables are paragraphs of their own. */
export function proseParts(source: string): ProsePart[] {
  const marked = markText(source);
  const builder = new ProseBuilder(marked, new RangeCutter(marked, []));
  return markdownTree(marked.markdown).children.map((node) => ({
    start: placeOf(marked, node.position?.start.offset),
    end: placeOf(marked, node.position?.end.offset),
    blocks: builder.blocks([node]),
  }));
}

const placeOf = (marked: MarkedText, offset = 0): number => storedPlace(marked, offset);
