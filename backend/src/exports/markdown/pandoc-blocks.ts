import {
  type Block,
  type Caption,
  type FigureBlock,
  type FormulaBlock,
  type ListBlock,
  type TableBlock,
} from '../model/document-model';
import { captionHead } from '../model/caption-text';
import { figureFile } from './figure-file';
import type { PandocCitations } from './pandoc-citations';
import { inlineText, LINE_BREAK } from './pandoc-inlines';
import { codeBlock, escaped } from './pandoc-text';

/** Between two lists, which would else be one. */
const APART = '<!-- -->';

const RULES = { left: ':--', center: ':-:', right: '--:' } as const;

function prefixed(text: string, first: string, others = first): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' ? '' : others + line))
    .join('\n');
}

const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

/** What follows an item's marker is indented as far as the item's first word. */
const LEAST_INDENT = 4;

function list({ ordered, start, items }: ListBlock, citations: PandocCitations): string {
  const tight = items.every((blocks) => blocks.length <= 1);
  const texts = items.map((blocks, index) => {
    const marker = ordered ? `${String(start + index)}.` : '-';
    const width = Math.max(LEAST_INDENT, marker.length + 1);
    return prefixed(blocksText(blocks, citations), marker.padEnd(width), ' '.repeat(width));
  });
  return texts.map((text) => text.trimEnd()).join(tight ? '\n' : '\n\n');
}

/** With its number written out: Pandoc itself counts neither tables nor figures. */
function captionText(caption: Caption, citations: PandocCitations): string {
  const text = inlineText(caption.text, citations).replaceAll(LINE_BREAK, ' ');
  return `${escaped(captionHead(caption))}${text}`;
}

/** TeX has a number of its own for what is counted here. */
function formula({ tex, number }: FormulaBlock): string {
  const tag = number === null ? '' : ` \\tag{${number.chapter}${String(number.ordinal)}}`;
  return `$$${tex}${tag}$$`;
}

function figure({ caption, image, altText }: FigureBlock, citations: PandocCitations): string {
  const text = caption === null ? escaped(altText) : captionText(caption, citations);
  return image === null ? `${escaped(altText)}\n\n${text}` : `![${text}](${figureFile(image)})`;
}

function table({ alignments, caption, rows }: TableBlock, citations: PandocCitations): string {
  const lines = rows.map((cells) => {
    const texts = cells.map((cell) => inlineText(cell, citations).replaceAll(LINE_BREAK, ' '));
    return `| ${texts.join(' | ')} |`;
  });
  const rule = `| ${alignments.map((alignment) => RULES[alignment]).join(' | ')} |`;
  const text = lines.toSpliced(1, 0, rule).join('\n');
  return caption === null ? text : `${text}\n\nTable: ${captionText(caption, citations)}`;
}

function blockText(block: Block, citations: PandocCitations): string {
  switch (block.kind) {
    case 'paragraph':
      return inlineText(block.text, citations);
    case 'subheading':
      return `### ${inlineText(block.text, citations).replaceAll(LINE_BREAK, ' ')}`;
    case 'code':
      return codeBlock(block.text);
    case 'quote':
      return quoted(blocksText(block.blocks, citations));
    case 'formula':
      return formula(block);
    case 'figure':
      return figure(block, citations);
    case 'list':
      return list(block, citations);
    case 'table':
      return table(block, citations);
  }
}

/** Blocks as Pandoc reads them, an empty line between them. */
export function blocksText(blocks: readonly Block[], citations: PandocCitations): string {
  return blocks
    .flatMap((block, index) => {
      const afterList = block.kind === 'list' && blocks[index - 1]?.kind === 'list';
      return [...(afterList ? [APART] : []), blockText(block, citations)];
    })
    .join('\n\n');
}
