import type LayoutBuilder from 'pdfmake/js/LayoutBuilder';
import type { Inline, Line, TextNode } from 'pdfmake/js/layout';
import { hyphenated } from './hyphens';

/**
 * Lets a line end within pieces that pdfmake keeps together, such as an address and its full stop,
 * where together they are longer than a line.
 */
function partTooLong(inlines: readonly Inline[], width: number): void {
  let used = 0;
  for (const [index, inline] of inlines.entries()) {
    used += inline.width;
    const before = inlines[index - 1];
    if (used > width) {
      if (before !== undefined) before.noNewLine = false;
      return;
    }
    if (inline.noNewLine !== true) return;
  }
}

/** After how many words a line is full for certain, and may end: without their spaces they are too wide. */
function enoughFor(inlines: readonly Inline[], width: number): number {
  let used = -(inlines[0]?.leadingCut ?? 0);
  for (let at = 0; at < inlines.length; at += 1) {
    const inline = inlines[at] as Inline;
    used += inline.width - (inline.trailingCut ?? 0);
    if (used > width && inline.noNewLine !== true) return at + 1;
  }
  return inlines.length;
}

/** Has pdfmake build a line from the words it may take: for each word it copies all that are left. */
function fromFewWords(node: TextNode, width: number, build: () => Line | null): Line | null {
  const all = node._inlines ?? [];
  const few = all.splice(0, enoughFor(all, width));
  node._inlines = few;
  const line = build();
  all.unshift(...few);
  node._inlines = all;
  if (line !== null) line.lastLineInParagraph = all.length === 0;
  return line;
}

/**
 * Builds a line so that the pieces of a word longer than a line keep to the margins: pdfmake
 * forgets the indent when it cuts off the first piece, and indents the others as well.
 */
export function buildLine(
  builder: LayoutBuilder,
  node: TextNode,
  build: () => Line | null,
): Line | null {
  const context = builder.writer.context();
  const [first] = node._inlines ?? [];
  const indent = Math.max(0, first?.leadingIndent ?? 0);
  const tooLong = first !== undefined && first.width > context.availableWidth - indent;
  const reserved = tooLong ? indent : 0;
  context.availableWidth -= reserved;
  partTooLong(node._inlines ?? [], context.availableWidth - indent);
  try {
    const line = fromFewWords(node, context.availableWidth, build);
    const [next] = node._inlines ?? [];
    if (line !== null && next?.leadingIndent) {
      next.leadingIndent = 0;
      next.leadingCut = 0;
    }
    if (line !== null) hyphenated(node, line);
    return line;
  } finally {
    context.availableWidth += reserved;
  }
}
