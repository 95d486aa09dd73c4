import type LayoutBuilder from 'pdfmake/js/LayoutBuilder';
import type { Line, TextNode } from 'pdfmake/js/layout';

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
  try {
    const line = build();
    const [next] = node._inlines ?? [];
    if (line !== null && next?.leadingIndent) {
      next.leadingIndent = 0;
      next.leadingCut = 0;
    }
    return line;
  } finally {
    context.availableWidth += reserved;
  }
}
