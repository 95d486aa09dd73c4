import type { ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { plainText } from '../../citations/csl/formatted-text';
import { textWidth } from '../typography/font-widths';
import { fontFaces } from '../typography/fonts';
import type { InlineText, TableBlock } from '../model/document-model';
import { columnWidths } from '../typography/table-widths';
import type { Layout } from '../typography/layout';
import { TYPE } from '../typography/typography';
import { lineHeight } from './fonts';
import { inlineNodes } from './inlines';

/** Ruled as in books: above, below and under the header. */
const RULED: CustomTableLayout = {
  hLineWidth: (row, { table }) => {
    if (row === 0 || row === table.body.length) return 1;
    return row === 1 ? 0.5 : 0;
  },
  vLineWidth: () => 0,
  paddingLeft: () => TYPE.cellPaddingX,
  paddingRight: () => TYPE.cellPaddingX,
  paddingTop: () => TYPE.cellPaddingY,
  paddingBottom: () => TYPE.cellPaddingY,
};

/** Share of a page that a row may take and still move to the next one as a whole. */
const TALLEST_ROW = 0.5;

/** Whether a row surely fits on a page, by the width of its texts. */
function fitsPage(row: readonly InlineText[], widths: readonly number[], layout: Layout): boolean {
  const { page, font, tableSize } = layout;
  const most = (page.height - page.top - page.bottom) * TALLEST_ROW;
  return row.every((text, column) => {
    const room = Math.max(1, (widths[column] ?? 0) - 2 * TYPE.cellPaddingX);
    const width = textWidth(plainText(text), fontFaces(font).normal, tableSize);
    return Math.ceil(width / room) * tableSize <= most;
  });
}

/** A table of the given width; its header repeats on every page. */
export function tableNode(block: TableBlock, width: number, layout: Layout): ContentTable {
  const padding = 2 * TYPE.cellPaddingX;
  const widths = columnWidths(block, width, layout.tableSize, padding);
  const whole = block.rows.every((row) => fitsPage(row, widths, layout));
  const body = block.rows.map((row, index) =>
    row.map((text, column): TableCell => ({
      text: inlineNodes(text, layout),
      alignment: block.alignments[column] ?? 'left',
      bold: index === 0,
    })),
  );
  return {
    table: {
      body,
      widths: widths.map((column) => Math.max(1, column - padding)),
      headerRows: 1,
      // A row taller than a page would be cut off
      keepWithHeaderRows: whole ? 1 : 0,
      dontBreakRows: whole,
    },
    layout: RULED,
    fontSize: layout.tableSize,
    lineHeight: lineHeight(1, layout.font),
  };
}
