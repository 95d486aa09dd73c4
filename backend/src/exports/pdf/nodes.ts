import type { DocumentLanguage } from '../../common';
import type { Layout } from '../typography/layout';
import type {
  Content,
  ContentImage,
  ContentOrderedList,
  ContentStack,
  ContentTable,
  ContentText,
  ContentUnorderedList,
} from 'pdfmake/interfaces';

/** What all nodes of a document are set by. */
export interface Setting {
  layout: Layout;
  language: DocumentLanguage;
}

/** A text with the wishes that our typesetting hears (page-breaks.ts). */
export type TextNode = ContentText & {
  /** Where links, bookmarks and page references lead. */
  id?: string;
  /** Its presence asks for widow and orphan control; true keeps the whole paragraph on one page. */
  keepTogether?: boolean;
  /** Points that must be free below it on its page, for what has to follow it. */
  roomBelow?: number;
};

/** A note and what is set of it at the foot of the page; hangs on its number in the text. */
export interface FootnoteNode {
  number: number;
  content: ContentText;
}

type BlockNode =
  TextNode | ContentImage | ContentStack | ContentTable | ContentOrderedList | ContentUnorderedList;

/**
 * A node and the space it wants around itself. pdfmake's own bottom margins would open an empty
 * page where they do not fit, so all space is set above.
 */
export interface Spaced {
  node: BlockNode;
  before: number;
  after: number;
  /** Indents. */
  left?: number;
  right?: number;
}

/** Nodes one below the other, apart by the larger of the spaces they want. */
export function stacked(items: readonly Spaced[]): Content[] {
  let after = 0;
  return items.map(({ node, before, after: next, left = 0, right = 0 }, index): Content => {
    const above = index === 0 ? 0 : Math.max(before, after);
    after = next;
    return { ...node, margin: [left, above, right, 0] };
  });
}
