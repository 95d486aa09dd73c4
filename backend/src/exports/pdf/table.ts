import type { ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import type { TableBlock } from '../model/document-model';
import { columnWidths } from '../table-widths';
import type { Layout } from '../layout';
import { TYPE } from '../typography';
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

/** A table of the given width; its header repeats on every page. */
export function tableNode(block: TableBlock, width: number, layout: Layout): ContentTable {
  const padding = 2 * TYPE.cellPaddingX;
  const widths = columnWidths(block, width, layout.tableSize, padding);
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
      keepWithHeaderRows: 1,
      dontBreakRows: true,
    },
    layout: RULED,
    fontSize: layout.tableSize,
    lineHeight: lineHeight(1, layout.font),
  };
}
