import { type Node, Slice } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { proseParts } from '../../../../ui/prose/parse-prose';
import { schema } from '../schema';
import { nodeOf, rawBlock } from './nodes-of';
import { writeBlock, type WritingOptions } from './write-blocks';

/** A block as it is stored. */
interface Origin {
  node: Node;
  source: string;
  index: number;
}

/** What is left of Markdown when all that can be written in two ways is taken out. */
export const skeleton = (markdown: string): string =>
  markdown
    .replace(/^[ \t>]*(?:[-+*][ \t]+|\d{1,9}[.)][ \t]+)*/gm, '')
    .replace(/[\s\\|:#>-]/g, '')
    .replaceAll('_', '*')
    .replace(/[~`]+/g, '`');

/** Whether writing a block again leaves nothing out. */
const isFaithful = (node: Node, source: string): boolean =>
  skeleton(writeBlock(node)) === skeleton(source);

function readBlock(source: string, blocks: Parameters<typeof nodeOf>[0][]): Node {
  const [block] = blocks;
  if (block === undefined || blocks.length > 1) return rawBlock(source);
  try {
    const node = nodeOf(block);
    return isFaithful(node, source) ? node : rawBlock(source);
  } catch {
    return rawBlock(source);
  }
}

/** The blocks of any Markdown, without a memory of how they were written. */
export function blocksOf(markdown: string): Node[] {
  return proseParts(markdown).map(({ start, end, blocks }) =>
    readBlock(markdown.slice(start, end), blocks),
  );
}

function withoutEmphasis(node: Node): Node {
  const root = schema.nodes.doc.create(null, node);
  const { strong, em } = schema.marks;
  const transform = new Transform(root);
  for (const type of [strong, em]) transform.removeMark(0, root.content.size, type);
  return transform.doc.firstChild ?? node;
}

/** Emphasis that Markdown cannot express, such as of half a word in quotation marks, is left out. */
function write(node: Node, options: WritingOptions): string {
  const text = writeBlock(node, options);
  if (!/[*]/.test(text)) return text;
  const again = blocksOf(text);
  const isRead = again.every(({ type }) => type !== schema.nodes.raw_block);
  const written = again.map((block) => writeBlock(block, options)).join('\n\n');
  if (isRead && written === text) return text;
  return writeBlock(withoutEmphasis(node), options);
}

/**
 * A stored text while it is edited: what nobody touches is written as it was stored, byte for byte.
 */
export class StoredMarkdown {
  readonly doc: Node;
  private readonly origins: Origin[];
  private readonly byNode: ReadonlyMap<Node, Origin>;
  /** What stands in front of each block, and behind the last one. */
  private readonly gaps: string[] = [];
  private readonly written = new WeakMap<Node, string>();

  constructor(markdown: string) {
    const parts = proseParts(markdown);
    let done = 0;
    this.origins = parts.map(({ start, end, blocks }, index) => {
      this.gaps.push(markdown.slice(done, start));
      done = end;
      const source = markdown.slice(start, end);
      return { node: readBlock(source, blocks), source, index };
    });
    this.gaps.push(markdown.slice(done));
    this.byNode = new Map(this.origins.map((origin) => [origin.node, origin]));
    const blocks = this.origins.map(({ node }) => node);
    this.doc = schema.nodes.doc.create(null, blocks.length > 0 ? blocks : emptyParagraph());
  }

  /** The Markdown of a changed document. */
  write(doc: Node): string {
    return this.pieces(doc)
      .map(({ gap, text }) => gap + text)
      .join('');
  }

  /** The position before the block in which a place of {@link write}'s Markdown lies. */
  blockAt(doc: Node, offset: number): number {
    let length = 0;
    let found = 0;
    for (const { gap, text, position } of this.pieces(doc)) {
      if (length + gap.length > offset) break;
      found = position;
      length += gap.length + text.length;
    }
    return found;
  }

  /** The Markdown block by block: what stands in front of each, itself, and where it is in `doc`. */
  pieces(doc: Node): { gap: string; text: string; position: number }[] {
    const pieces: { gap: string; text: string; position: number }[] = [];
    let before: { origin: Origin | undefined; node: Node; text: string } | null = null;
    doc.forEach((node, position) => {
      const origin = this.originOf(node);
      const afterList = before !== null && isSameList(before, node, origin?.source);
      const text = origin !== undefined && !afterList ? origin.source : this.text(node, afterList);
      if (text.trim() === '' && origin === undefined) return;
      pieces.push({ gap: this.gap(before, origin), text, position });
      before = { origin, node, text };
    });
    const last = before as { origin: Origin | undefined } | null;
    if (last?.origin?.index === this.origins.length - 1 || this.origins.length === 0) {
      const tail = this.gaps.at(-1) ?? '';
      if (tail !== '') pieces.push({ gap: tail, text: '', position: doc.content.size });
    }
    return pieces;
  }

  /** As it was stored where that keeps the blocks apart; between changed ones one empty line. */
  private gap(before: { origin: Origin | undefined } | null, origin: Origin | undefined): string {
    if (before === null) return origin?.index === 0 ? (this.gaps[0] ?? '') : '';
    const [left, right] = [before.origin?.index, origin?.index];
    const index = right ?? (left === undefined ? undefined : left + 1);
    const gap = index === undefined ? '' : (this.gaps[index] ?? '');
    if (left !== undefined && right === left + 1) return gap;
    return (left === undefined || right === undefined) && /\n[ \t]*\n/.test(gap) ? gap : '\n\n';
  }

  /** Also of a block that was changed and changed back. */
  private originOf(node: Node): Origin | undefined {
    return (
      this.byNode.get(node) ??
      this.origins.find((origin) => origin.node.nodeSize === node.nodeSize && origin.node.eq(node))
    );
  }

  private text(node: Node, afterList: boolean): string {
    if (afterList) return write(node, { afterList });
    const known = this.written.get(node);
    if (known !== undefined) return known;
    const text = write(node, {});
    this.written.set(node, text);
    return text;
  }
}

const MARKER = /^(?:[-+*]|\d+[.)])/;
const markerOf = (text: string | undefined): string | undefined =>
  MARKER.exec(text ?? '')?.[0].replace(/\d/g, '');

/** Whether Markdown would take a list for the end of the one before it. */
function isSameList(
  before: { node: Node; text: string },
  node: Node,
  source: string | undefined,
): boolean {
  if (before.node.type !== node.type || !node.type.name.endsWith('_list')) return false;
  const usual = node.type.name === 'ordered_list' ? '.' : '-';
  return markerOf(before.text) === (markerOf(source) ?? usual);
}

const emptyParagraph = () => [schema.nodes.paragraph.create()];

/** Pasted or merged Markdown as content of the editor. */
export function sliceOf(markdown: string): Slice {
  const blocks = blocksOf(markdown);
  const [only] = blocks;
  // a line of text goes into the line that it is pasted into
  if (blocks.length === 1 && only?.type === schema.nodes.paragraph) {
    return new Slice(schema.nodes.doc.create(null, only).content, 1, 1);
  }
  return new Slice(schema.nodes.doc.create(null, blocks).content, 0, 0);
}
