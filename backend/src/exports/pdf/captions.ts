import type { Layout } from '../typography/layout';
import { captionHead } from '../model/caption-text';
import type { Caption } from '../model/document-model';
import { TYPE } from '../typography/typography';
import { lineHeight } from './fonts';
import { inlineNodes } from './inlines';
import { type Spaced, stacked, type TextNode } from './nodes';

/** Lines of a table that have to follow its caption on the page: its header and a row of two lines. */
const LINES_BELOW = 4;

/** @param alone whether it has to see to it itself that it stays with what follows it */
function captionNode(caption: Caption, layout: Layout, alone: boolean): TextNode {
  const { id, kind, text, position } = caption;
  const size = layout.captionSize;
  const height = lineHeight(1, layout.font);
  return {
    text: [{ text: captionHead(caption) }, ...inlineNodes(text, layout)],
    id,
    fontSize: size,
    lineHeight: height,
    alignment: kind === 'figure' ? 'center' : 'left',
    ...(alone && { keepTogether: true }),
    ...(alone &&
      position === 'above' && {
        roomBelow: LINES_BELOW * (layout.tableSize * height + TYPE.cellPaddingY),
      }),
  };
}

/**
 * A table or a figure with its caption.
 * @param whole whether it has to stand on one page; only for what a page holds
 */
export function captioned(
  node: Spaced['node'],
  caption: Caption | null,
  layout: Layout,
  whole: boolean,
): Spaced {
  const gap = { before: TYPE.blockGap, after: TYPE.blockGap };
  if (caption === null) return { node, ...gap };
  const said = {
    node: captionNode(caption, layout, !whole),
    before: TYPE.captionGap,
    after: TYPE.captionGap,
  };
  const shown = { node, before: 0, after: TYPE.captionGap };
  const stack = stacked(caption.position === 'above' ? [said, shown] : [shown, said]);
  return { node: { stack, unbreakable: whole }, ...gap };
}
