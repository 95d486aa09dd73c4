import { type FileChild, HeadingLevel, type IParagraphOptions, Paragraph } from 'docx';
import type { Block, ListBlock } from '../model/document-model';
import { TYPE } from '../typography';
import type { ListNumbering } from './lists';
import { runsOf } from './runs';
import { STYLE } from './styles';
import { tableGap, tableOf } from './table';
import { twips } from './units';

/** Where a block stands: what its paragraphs take from the quote or list around it. */
interface Surroundings {
  paragraph: IParagraphOptions;
  listLevel: number;
}

const TOP: Surroundings = { paragraph: { style: STYLE.body }, listLevel: 0 };

export class BlockRenderer {
  constructor(private readonly numbering: ListNumbering) {}

  render(blocks: readonly Block[], around: Surroundings = TOP): FileChild[] {
    return blocks.flatMap((block) => this.block(block, around));
  }

  private block(block: Block, around: Surroundings): FileChild[] {
    switch (block.kind) {
      case 'paragraph':
        return [new Paragraph({ ...around.paragraph, children: runsOf(block.text) })];
      case 'subheading':
        return [new Paragraph({ heading: HeadingLevel.HEADING_3, children: runsOf(block.text) })];
      case 'code':
        return [new Paragraph({ style: STYLE.code, children: runsOf([{ text: block.text }]) })];
      case 'quote':
        return this.render(block.blocks, { ...around, paragraph: { style: STYLE.quote } });
      case 'list':
        return this.list(block, around.listLevel);
      case 'table':
        return [tableGap(true), tableOf(block), tableGap(false)];
    }
  }

  private list(list: ListBlock, level: number): FileChild[] {
    const reference = this.numbering.add(list);
    const left = twips((level + 1) * TYPE.listIndent);
    const later = { paragraph: { style: STYLE.listItem, indent: { left } }, listLevel: level + 1 };
    return list.items.flatMap((blocks) => {
      const [first, ...others] = blocks;
      const marked = { style: STYLE.listItem, numbering: { reference, level } };
      if (first?.kind === 'paragraph') {
        const paragraph = new Paragraph({ ...marked, children: runsOf(first.text) });
        return [paragraph, ...this.render(others, later)];
      }
      return [new Paragraph(marked), ...this.render(blocks, later)];
    });
  }
}
