import type { Line, Page } from 'pdfmake/js/layout';

/** Points above and below the rule over the notes of a page, and its length. */
export const RULE = { above: 8, below: 5, length: 144, width: 0.5 } as const;

export function heightOf(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + line.getHeight(), 0);
}

/** Sets lines of notes at the foot of a page, under a rule. */
export function drawNotes({ pageSize, pageMargins, items }: Page, lines: readonly Line[]): void {
  let y = pageSize.height - pageMargins.bottom - heightOf(lines);
  const { left } = pageMargins;
  const above = y - RULE.below;
  items.push({
    type: 'vector',
    item: {
      type: 'line',
      x1: left,
      x2: left + RULE.length,
      y1: above,
      y2: above,
      lineWidth: RULE.width,
      lineColor: 'black',
    },
  });
  for (const line of lines) {
    line.x = left;
    line.y = y;
    y += line.getHeight();
    items.push({ type: 'line', item: line });
  }
}
