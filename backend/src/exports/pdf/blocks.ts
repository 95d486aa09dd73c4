import { plainText } from '../../citations/csl/formatted-text';
import { textWidth } from '../typography/font-widths';
import { fontFaces } from '../typography/fonts';
import type { Layout } from '../typography/layout';
import type { Block, ListBlock, TableBlock } from '../model/document-model';
import { listMarker } from '../model/model-text';
import { TYPE } from '../typography/typography';
import { captioned } from './captions';
import { CODE_FONT, lineHeight } from './fonts';
import { formulaNode } from './formula';
import { figureNode } from './figure';
import { inlineNodes, textNodes } from './inlines';
import { type Spaced, stacked, type TextNode } from './nodes';
import { tableNode } from './table';

/** How blocks are set in the text, in a quote and in a list. */
interface Look {
  layout: Layout;
  leadingIndent: number;
  lineHeight: number;
  /** Between paragraphs. */
  gap: number;
  /** What the indents around leave of the text's width. */
  width: number;
}

const inBody = (layout: Layout): Look => ({
  layout,
  leadingIndent: layout.firstLineIndent,
  lineHeight: lineHeight(layout.lineSpacing, layout.font),
  gap: layout.paragraphGap,
  width: layout.textWidth,
});

const inQuote = ({ layout, width }: Look): Look => ({
  layout,
  leadingIndent: 0,
  lineHeight: lineHeight(TYPE.tightSpacing, layout.font),
  gap: TYPE.blockGap,
  width: width - 2 * TYPE.blockIndent,
});

const inList = ({ layout, width }: Look): Look => ({
  ...inBody(layout),
  gap: 0,
  leadingIndent: 0,
  width: width - TYPE.listIndent,
});

/** The space after a list's marker keeps its width in justified lines (line-alignment.ts). */
const STARTS_LINE = { marker: true };

/** Two lines of text: what has to follow a heading on its page. */
export const twoLines = ({ lineDistance }: Layout): number => 2 * lineDistance;

function paragraph(text: TextNode['text'], look: Omit<Look, 'width'>): Spaced {
  const { layout, leadingIndent, lineHeight: height, gap } = look;
  const node: TextNode = {
    text,
    leadingIndent,
    lineHeight: height,
    alignment: layout.justified ? 'justify' : 'left',
    keepTogether: false,
  };
  return { node, before: gap, after: gap };
}

function subheading(text: TextNode['text'], layout: Layout): Spaced {
  const { size, bold, italic, alignment, before, after } = layout.headings[3];
  const node: TextNode = {
    text,
    fontSize: size,
    bold,
    italics: italic,
    alignment,
    keepTogether: true,
    roomBelow: after + twoLines(layout),
  };
  return { node, before, after };
}

function code(text: string): Spaced {
  const node: TextNode = {
    text,
    font: CODE_FONT,
    fontSize: TYPE.codeSize,
    preserveLeadingSpaces: true,
  };
  return { node, before: TYPE.blockGap, after: TYPE.blockGap };
}

function quote(blocks: readonly Block[], look: Look): Spaced {
  const side = TYPE.blockIndent;
  const stack = stacked(blocks.map((block) => spaced(block, inQuote(look))));
  const gap = { before: TYPE.blockGap, after: TYPE.blockGap };
  return { node: { stack }, left: side, right: side, ...gap };
}

/** An item hangs from its marker, which stands in the text, so that it is read before it. */
function listItem(blocks: readonly Block[], marker: string, look: Look): Spaced[] {
  const [first, ...others] = blocks;
  const lead = `${marker}\u2002`;
  const leadingIndent = -textWidth(lead, fontFaces(look.layout.font).normal, look.layout.size);
  const text = first?.kind === 'paragraph' ? textNodes(first.text, look.layout) : [];
  const head = paragraph([{ text: lead, ...STARTS_LINE }, ...text], { ...look, leadingIndent });
  const rest = first?.kind === 'paragraph' ? others : blocks;
  return [head, ...rest.map((block) => spaced(block, look))];
}

function list(block: ListBlock, look: Look): Spaced {
  const items = block.items.flatMap((blocks, index) =>
    listItem(blocks, listMarker(block, index), inList(look)),
  );
  return { node: { stack: stacked(items) }, left: TYPE.listIndent, before: 0, after: 0 };
}

/** Characters of a table that surely fits on a page, so that a caption below it can stay with it. */
const SHORT_TABLE = 1000;

function table(block: TableBlock, { width, layout }: Look): Spaced {
  const { caption, rows } = block;
  const length = rows.flat().reduce((sum, cell) => sum + plainText(cell).length, 0);
  const whole = caption?.position === 'below' && rows.length < 12 && length < SHORT_TABLE;
  return captioned(tableNode(block, width, layout), caption, layout, whole);
}

function spaced(block: Block, look: Look): Spaced {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(textNodes(block.text, look.layout), look);
    case 'subheading':
      return subheading(inlineNodes(block.text, look.layout), look.layout);
    case 'code':
      return code(block.text);
    case 'quote':
      return quote(block.blocks, look);
    case 'list':
      return list(block, look);
    case 'formula':
      return formulaNode(block, look.width, look.layout);
    case 'figure':
      return figureNode(block, look.width, look.layout);
    case 'table':
      return table(block, look);
  }
}

export function blockNodes(blocks: readonly Block[], layout: Layout): Spaced[] {
  return blocks.map((block) => spaced(block, inBody(layout)));
}
