import { textWidth } from '../font-widths';
import { TINOS } from '../fonts';
import type { Block, ListBlock } from '../model/document-model';
import { listMarker } from '../model/model-text';
import { HEADINGS, TEXT_WIDTH, TYPE } from '../typography';
import { CODE_FONT, lineHeight } from './fonts';
import { inlineNodes } from './inlines';
import { type Spaced, stacked, type TextNode } from './nodes';
import { tableNode } from './table';

/** How blocks are set in the text, in a quote and in a list. */
interface Look {
  leadingIndent: number;
  lineHeight: number;
  /** Between paragraphs. */
  gap: number;
  /** What the indents around leave of the text's width. */
  width: number;
}

const BODY: Look = {
  leadingIndent: TYPE.firstLineIndent,
  lineHeight: lineHeight(TYPE.lineSpacing),
  gap: 0,
  width: TEXT_WIDTH,
};

const inQuote = ({ width }: Look): Look => ({
  leadingIndent: 0,
  lineHeight: lineHeight(TYPE.tightSpacing),
  gap: TYPE.blockGap,
  width: width - 2 * TYPE.firstLineIndent,
});

const inList = ({ width }: Look): Look => ({
  ...BODY,
  leadingIndent: 0,
  width: width - TYPE.listIndent,
});

/** The space after a list's marker keeps its width in justified lines (line-alignment.ts). */
const STARTS_LINE = { marker: true };

/** Two lines of text: what has to follow a heading on its page. */
export const TWO_LINES = 2 * TYPE.size * TYPE.lineSpacing * 1.15;

function paragraph(text: TextNode['text'], look: Omit<Look, 'width'>): Spaced {
  const { leadingIndent, lineHeight: height, gap } = look;
  const node: TextNode = {
    text,
    leadingIndent,
    lineHeight: height,
    alignment: 'justify',
    keepTogether: false,
  };
  return { node, before: gap, after: gap };
}

function subheading(text: TextNode['text']): Spaced {
  const { size, italic, before, after } = HEADINGS[3];
  const node: TextNode = {
    text,
    fontSize: size,
    bold: true,
    italics: italic,
    keepTogether: true,
    roomBelow: after + TWO_LINES,
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
  const side = TYPE.firstLineIndent;
  const stack = stacked(blocks.map((block) => spaced(block, inQuote(look))));
  const gap = { before: TYPE.blockGap, after: TYPE.blockGap };
  return { node: { stack }, left: side, right: side, ...gap };
}

/** An item hangs from its marker, which stands in the text, so that it is read before it. */
function listItem(blocks: readonly Block[], marker: string, look: Look): Spaced[] {
  const [first, ...others] = blocks;
  const lead = `${marker}\u2002`;
  const leadingIndent = -textWidth(lead, TINOS.normal, TYPE.size);
  const text = first?.kind === 'paragraph' ? inlineNodes(first.text) : [];
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

function spaced(block: Block, look: Look): Spaced {
  switch (block.kind) {
    case 'paragraph':
      return paragraph(inlineNodes(block.text), look);
    case 'subheading':
      return subheading(inlineNodes(block.text));
    case 'code':
      return code(block.text);
    case 'quote':
      return quote(block.blocks, look);
    case 'list':
      return list(block, look);
    case 'table':
      return { node: tableNode(block, look.width), before: TYPE.blockGap, after: TYPE.blockGap };
  }
}

export function blockNodes(blocks: readonly Block[]): Spaced[] {
  return blocks.map((block) => spaced(block, BODY));
}
