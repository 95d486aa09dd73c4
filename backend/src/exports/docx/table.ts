import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Alignment, InlineText, TableBlock } from '../model/document-model';
import { columnWidths } from '../typography/table-widths';
import type { Layout } from '../typography/layout';
import { TYPE } from '../typography/typography';
import { runsOf } from './runs';
import { STYLE } from './styles';
import { twips } from './units';

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

/** Border widths are eighths of a point. */
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const THICK = { style: BorderStyle.SINGLE, size: 8, color: '000000' };

interface CellLook {
  alignment: Alignment;
  /** In twips. */
  width: number;
  header: boolean;
  /** On the page of what follows it. */
  keepNext: boolean;
}

function cell(text: InlineText, { alignment, width, header, keepNext }: CellLook) {
  const styled = header ? text.map((run) => ({ ...run, bold: true })) : text;
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    ...(header && { borders: { bottom: THIN } }),
    children: [
      new Paragraph({
        style: STYLE.cell,
        alignment: ALIGNMENTS[alignment],
        keepNext,
        children: runsOf(styled),
      }),
    ],
  });
}

/** A table over the whole width, ruled as in books; its header repeats on every page. */
export function tableOf(
  block: TableBlock,
  { textWidth: width, tableSize }: Pick<Layout, 'textWidth' | 'tableSize'>,
): Table {
  const widths = columnWidths(block, width, tableSize, 2 * TYPE.cellPaddingX).map(twips);
  const captionBelow = block.caption?.position === 'below';
  const rows = block.rows.map((cells, index) => {
    const header = index === 0;
    const keepNext = header || (captionBelow && index === block.rows.length - 1);
    const children = cells.map((text, column) =>
      cell(text, {
        alignment: block.alignments[column] ?? 'left',
        width: widths[column] ?? 0,
        ...{ header, keepNext },
      }),
    );
    return new TableRow({ children, tableHeader: header, cantSplit: true });
  });
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: twips(width), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: {
      left: twips(TYPE.cellPaddingX),
      right: twips(TYPE.cellPaddingX),
      top: twips(TYPE.cellPaddingY),
      bottom: twips(TYPE.cellPaddingY),
    },
    borders: {
      top: THICK,
      bottom: THICK,
      left: NONE,
      right: NONE,
      insideHorizontal: NONE,
      insideVertical: NONE,
    },
  });
}

/**
 * Space around a table, which Word's tables have no setting for.
 * @param keepNext not to let a page end between a heading and its table
 */
export function tableGap(keepNext: boolean): Paragraph {
  return new Paragraph({
    keepNext,
    spacing: { line: twips(TYPE.blockGap), lineRule: 'exact' },
    children: [new TextRun('')],
  });
}
