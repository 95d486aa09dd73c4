import { figureSize } from '../../typography/figure-size';
import type { Layout } from '../../typography/layout';
import { captionHead } from '../../model/caption-text';
import type {
  Block,
  Caption,
  FigureBlock,
  InlineText,
  ListBlock,
  TableBlock,
} from '../../model/document-model';
import { columnWidths } from '../../typography/table-widths';
import { TYPE } from '../../typography/typography';
import { referenceBookmark } from '../fields';
import { twips } from '../units';
import { type FlowBlock, type FlowParagraph, type FlowRow, Uncountable } from './flow';
import { heightOf, notesIn } from './kept-lines';
import {
  length,
  lineHeight,
  type NoteSetting,
  paragraphOf,
  paragraphOfLines,
  type Setting,
} from './set-lines';

/** Lines of a table, in points: above and below it, and below its header. */
const THICK = 1;
const THIN = 0.5;

/** Where a block stands: what its paragraphs take from the quotes and lists around it. */
interface Surroundings {
  quoted: boolean;
  listed: boolean;
  left: number;
}

const TOP: Surroundings = { quoted: false, listed: false, left: 0 };

/** The blocks of a document as they are set in its Word file. */
export class FlowBlocks {
  readonly width: number;
  readonly notes: NoteSetting;

  constructor(private readonly layout: Layout) {
    const { page, font, noteSize } = layout;
    this.width = length(page.width) - length(page.left) - length(page.right);
    this.notes = { font, size: noteSize, width: this.width };
  }

  /** @throws Uncountable */
  render(blocks: readonly Block[], around = TOP): FlowBlock[] {
    return blocks.flatMap((block) => this.block(block, around));
  }

  paragraph(text: InlineText, setting: Partial<Setting>): FlowParagraph {
    const { font, size } = this.layout;
    return paragraphOf(text, { font, size, spacing: 1, width: this.width, ...setting }, this.notes);
  }

  heading(text: InlineText, level: 1 | 2 | 3, setting: Partial<Setting> = {}): FlowParagraph {
    const { size, bold, italic, capitals, before, after } = this.layout.headings[level];
    const set = text.map((run) => ({
      ...run,
      bold: run.bold ?? bold,
      italic: run.italic ?? italic,
      text: capitals ? run.text.toUpperCase() : run.text,
    }));
    return this.paragraph(set, {
      size,
      before,
      after,
      keepNext: true,
      keepLines: true,
      ...setting,
    });
  }

  private block(block: Block, around: Surroundings): FlowBlock[] {
    switch (block.kind) {
      case 'paragraph':
        return [this.text(block.text, around)];
      case 'subheading':
        return [this.heading(block.text, 3)];
      case 'quote':
        return this.render(block.blocks, {
          quoted: true,
          listed: false,
          left: around.left + TYPE.blockIndent,
        });
      case 'list':
        return this.list(block, around);
      case 'figure':
        return this.figure(block);
      case 'table':
        return this.table(block);
      default:
        throw new Uncountable(block.kind);
    }
  }

  private text(text: InlineText, { quoted, listed, left }: Surroundings): FlowParagraph {
    const { justified, lineSpacing: spacing, firstLineIndent, paragraphGap } = this.layout;
    const width = this.width - length(left);
    if (quoted) {
      const [gap, right] = [TYPE.blockGap, length(TYPE.blockIndent)];
      const spaces = { spacing: TYPE.tightSpacing, before: gap, after: gap };
      return this.paragraph(text, { justified, ...spaces, width: width - right });
    }
    if (listed) return this.paragraph(text, { justified, spacing, width });
    const indent = length(firstLineIndent);
    return this.paragraph(text, { justified, spacing, width, indent, after: paragraphGap });
  }

  private list({ items }: ListBlock, around: Surroundings): FlowBlock[] {
    const inside = { quoted: false, listed: true, left: around.left + TYPE.listIndent };
    return items.flatMap((blocks) => {
      if (blocks[0]?.kind !== 'paragraph') throw new Uncountable('An item without a text');
      return this.render(blocks, inside);
    });
  }

  private caption(caption: Caption): FlowParagraph {
    const above = caption.position === 'above';
    const [before, after] = above
      ? [TYPE.blockGap, TYPE.captionGap]
      : [TYPE.captionGap, TYPE.blockGap];
    return this.paragraph([{ text: captionHead(caption) }, ...caption.text], {
      ...{ size: this.layout.captionSize, before, after, keepLines: true, keepNext: above },
      marks: [referenceBookmark(caption.id)],
    });
  }

  private figure({ caption, image }: FigureBlock): FlowBlock[] {
    if (image?.data === undefined) throw new Uncountable('An image that is missing');
    const { font, size, textWidth } = this.layout;
    const { height } = figureSize(image, textWidth, this.layout);
    if (height < lineHeight(font, size)) throw new Uncountable('An image lower than a line');
    const lines = [{ height, below: 0, notes: [] }];
    const keepNext = caption?.position === 'below';
    const spaces = { before: TYPE.blockGap, after: TYPE.captionGap };
    const shown = paragraphOfLines(lines, { ...spaces, keepNext });
    if (caption === null) return [shown];
    return keepNext ? [shown, this.caption(caption)] : [this.caption(caption), shown];
  }

  private gap(keepNext: boolean): FlowParagraph {
    return paragraphOfLines([{ height: length(TYPE.blockGap), below: 0, notes: [] }], { keepNext });
  }

  private table(block: TableBlock): FlowBlock[] {
    const { caption } = block;
    const table = { kind: 'table' as const, rows: this.rows(block), closing: THICK };
    if (caption === null) return [this.gap(true), table, this.gap(false)];
    return caption.position === 'above'
      ? [this.caption(caption), table, this.gap(false)]
      : [this.gap(true), table, this.caption(caption)];
  }

  private rows(block: TableBlock): FlowRow[] {
    const { tableSize: size, textWidth } = this.layout;
    const padding = 2 * length(TYPE.cellPaddingX);
    const widths = columnWidths(block, textWidth, size, 2 * TYPE.cellPaddingX).map(twips);
    const last = block.rows.length - 1;
    if (last < 1) throw new Uncountable('A table of its header alone');
    return block.rows.map((cells, index) => {
      const header = index === 0;
      const set = cells.map((text, column) =>
        this.paragraph(header ? text.map((run) => ({ ...run, bold: true })) : text, {
          size,
          width: (widths[column] ?? 0) / 20 - padding,
        }),
      );
      const tallest = Math.max(...set.map(({ lines }) => heightOf(lines)));
      const rules = (header || index === last ? THICK : 0) + (index === 1 ? THIN : 0);
      return {
        height: tallest + 2 * length(TYPE.cellPaddingY) + rules,
        keepNext: header || (block.caption?.position === 'below' && index === last),
        notes: set.flatMap(({ lines }) => notesIn(lines)),
      };
    });
  }
}
