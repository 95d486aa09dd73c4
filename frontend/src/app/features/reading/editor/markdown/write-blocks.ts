import type { Node } from 'prosemirror-model';
import { escapeStart, fencedBlock } from './escape-text';
import { writeInlines } from './write-inlines';

/** Markers of a list; the second for one that follows another. */
const BULLETS = ['-', '*'] as const;
const DELIMITERS = ['.', ')'] as const;

export interface WritingOptions {
  /** The list follows another one, and would be taken for its end. */
  afterList?: boolean;
}

const lineOf = (node: Node): string => writeInlines(node).replace(/\s*\\?\n\s*/g, ' ');

function paragraph(node: Node): string {
  return writeInlines(node).split('\n').map(escapeStart).join('\n');
}

function indented(text: string, marker: string): string {
  const space = ' '.repeat(marker.length);
  const [first = '', ...others] = text.split('\n');
  return [marker + first, ...others.map((line) => (line === '' ? '' : space + line))].join('\n');
}

/** Items of one paragraph, with or without a list below it, stand close together. */
function isTight(list: Node): boolean {
  return list.children.every(({ children: [, ...others] }) =>
    others.every(({ type }) => type.name.endsWith('_list')),
  );
}

function list(node: Node, { afterList = false }: WritingOptions): string {
  const tight = isTight(node);
  const ordered = node.type.name === 'ordered_list';
  const other = afterList ? 1 : 0;
  const items = node.children.map((item, index) => {
    const number = Number(node.attrs['start'] ?? 1) + index;
    const marker = ordered ? `${String(number)}${DELIMITERS[other]} ` : `${BULLETS[other]} `;
    return indented(writeBlocks(item.children, tight ? '\n' : '\n\n'), marker);
  });
  return items.join(tight ? '\n' : '\n\n');
}

const DELIMITER_ROW: Record<string, string> = { left: ':--', center: ':-:', right: '--:' };

function table(node: Node): string {
  const rows = node.children.map(({ children }) => {
    const cells = children.map((cell) => lineOf(cell).replaceAll('|', '\\|'));
    return `| ${cells.join(' | ')} |`;
  });
  const columns = node.firstChild?.children ?? [];
  const row = columns.map(({ attrs }) => DELIMITER_ROW[String(attrs['align'])] ?? '---');
  return [...rows.slice(0, 1), `| ${row.join(' | ')} |`, ...rows.slice(1)].join('\n');
}

const labelled = (text: string, label: unknown, space = ''): string =>
  typeof label === 'string' ? `${text}${space}{#${label}}` : text;

/** The Markdown of one block; of an empty paragraph none. */
export function writeBlock(node: Node, options: WritingOptions = {}): string {
  const { attrs } = node;
  switch (node.type.name) {
    case 'heading':
      return `${'#'.repeat(Number(attrs['level']))} ${lineOf(node).replace(/(^|\s)(#+)$/, '$1\\$2')}`;
    case 'blockquote':
      return writeBlocks(node.children)
        .split('\n')
        .map((line) => (line === '' ? '>' : `> ${line}`))
        .join('\n');
    case 'bullet_list':
    case 'ordered_list':
      return list(node, options);
    case 'table':
      return table(node);
    case 'code_block':
      return fencedBlock(node.textContent, String(attrs['info']));
    case 'raw_block':
      return node.textContent;
    case 'formula_block':
      return labelled(`$$${String(attrs['tex'])}$$`, attrs['label'], ' ');
    case 'figure':
      return labelled(`![${lineOf(node)}](figure:${String(attrs['key'])})`, attrs['label']);
    default:
      return paragraph(node);
  }
}

const isList = (node: Node | undefined): boolean => node?.type.name.endsWith('_list') ?? false;

/** Blocks one after the other. */
export function writeBlocks(blocks: readonly Node[], between = '\n\n'): string {
  const written: string[] = [];
  let afterList = false;
  blocks.forEach((node, index) => {
    const follows = isList(node) && node.type === blocks[index - 1]?.type && !afterList;
    afterList = follows;
    const text = writeBlock(node, { afterList: follows });
    if (text !== '') written.push(text);
  });
  return written.join(between);
}
