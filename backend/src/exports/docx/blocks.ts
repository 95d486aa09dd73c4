import { type FileChild, HeadingLevel, type IParagraphOptions, Paragraph } from 'docx';
import type { Block, ListBlock, TableBlock } from '../model/document-model';
import type { Layout } from '../typography/layout';
import { TYPE } from '../typography/typography';
import { captionOf } from './captions';
import { formulaOf } from './formula';
import { figureOf } from './figure';
import type { ListNumbering } from './lists';
import { runsOf } from './runs';
import { STYLE } from './styles';
import { tableGap, tableOf } from './table';
import { twips } from './units';

/** Where a block stands: what its paragraphs take from the quotes and lists around it. */
interface Surroundings {
  style: string;
  /** Indent in points, for all lines; 0 leaves it to the style. */
  left: number;
  listLevel: number;
}

const TOP: Surroundings = { style: STYLE.body, left: 0, listLevel: 0 };

function paragraphIn({ style, left }: Surroundings): IParagraphOptions {
  return left === 0 ? { style } : { style, indent: { left: twips(left), firstLine: 0 } };
}

export class BlockRenderer {
  private drawings = 0;

  constructor(
    private readonly numbering: ListNumbering,
    private readonly layout: Layout,
  ) {}

  render(blocks: readonly Block[], around: Surroundings = TOP): FileChild[] {
    return blocks.flatMap((block) => this.block(block, around));
  }

  private block(block: Block, around: Surroundings): FileChild[] {
    switch (block.kind) {
      case 'paragraph':
        return [new Paragraph({ ...paragraphIn(around), children: runsOf(block.text) })];
      case 'subheading':
        return [new Paragraph({ heading: HeadingLevel.HEADING_3, children: runsOf(block.text) })];
      case 'code':
        return [new Paragraph({ style: STYLE.code, children: runsOf([{ text: block.text }]) })];
      case 'quote':
        return this.render(block.blocks, {
          ...around,
          style: STYLE.quote,
          left: around.left + TYPE.blockIndent,
        });
      case 'list':
        return this.list(block, around);
      case 'formula':
        return [formulaOf(block, this.layout)];
      case 'figure':
        return figureOf(block, this.layout, (this.drawings += 1));
      case 'table':
        return this.table(block);
    }
  }

  private table(block: TableBlock): FileChild[] {
    const { caption } = block;
    const table = tableOf(block, this.layout);
    if (caption === null) return [tableGap(true), table, tableGap(false)];
    return caption.position === 'above'
      ? [captionOf(caption), table, tableGap(false)]
      : [tableGap(true), table, captionOf(caption)];
  }

  private list(list: ListBlock, around: Surroundings): FileChild[] {
    const reference = this.numbering.add(list);
    const left = around.left + TYPE.listIndent;
    const inside = { style: STYLE.listItem, left, listLevel: around.listLevel + 1 };
    const marked: IParagraphOptions = {
      style: STYLE.listItem,
      numbering: { reference, level: around.listLevel },
      indent: { left: twips(left), hanging: twips(TYPE.listMarkerWidth) },
    };
    return list.items.flatMap((blocks) => {
      const [first, ...others] = blocks;
      if (first?.kind === 'paragraph') {
        const paragraph = new Paragraph({ ...marked, children: runsOf(first.text) });
        return [paragraph, ...this.render(others, inside)];
      }
      return [new Paragraph(marked), ...this.render(blocks, inside)];
    });
  }
}
