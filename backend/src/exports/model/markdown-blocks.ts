import type {
  BlockContent,
  DefinitionContent,
  List,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { DocumentLanguage } from '../../common';
import type { CitationPlacer } from './citation-placer';
import type { Alignment, Block, InlineText } from './document-model';
import { inlinesOf } from './markdown-inlines';
import { noteMarksSet } from './note-marks';

/** Deeper quotes and lists are set as if they stood at this depth. */
const MAX_DEPTH = 6;

/**
 * Constructs that a section does not have: HTML is text, indentation is no code, and no line is
 * read as a link definition, which would not be printed.
 */
const NOT_IN_SECTIONS = [
  'codeIndented',
  'definition',
  'htmlFlow',
  'htmlText',
  'setextUnderline',
  'labelStartImage',
];

function parse(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [gfmTable(), { disable: { null: NOT_IN_SECTIONS } }],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
}

type Node = RootContent | BlockContent | DefinitionContent;

class BlockReader {
  constructor(
    private readonly placer: CitationPlacer,
    private readonly language: DocumentLanguage,
  ) {}

  read(nodes: readonly Node[], depth: number): Block[] {
    return nodes.flatMap((node) => this.block(node, depth));
  }

  private block(node: Node, depth: number): Block[] {
    switch (node.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', text: this.inlines(node.children) }];
      case 'heading':
        return [{ kind: 'subheading', text: this.inlines(node.children) }];
      case 'blockquote':
        return this.nested(node.children, depth, (blocks) => ({ kind: 'quote', blocks }));
      case 'list':
        return depth < MAX_DEPTH
          ? [this.list(node, depth)]
          : node.children.flatMap((item) => this.read(item.children, depth));
      case 'table':
        return [this.table(node)];
      case 'code':
        return [{ kind: 'code', text: this.placer.placeAsText(node.value) }];
      default:
        // A thematic break has no text; nothing else is left by the constructs that are on
        return [];
    }
  }

  private inlines(nodes: readonly PhrasingContent[]): InlineText {
    return noteMarksSet(inlinesOf(nodes, this.placer), this.language);
  }

  private nested(
    children: readonly Node[],
    depth: number,
    wrap: (blocks: Block[]) => Block,
  ): Block[] {
    const blocks = this.read(children, depth + 1);
    return depth < MAX_DEPTH && blocks.length > 0 ? [wrap(blocks)] : blocks;
  }

  private list({ ordered, start, children }: List, depth: number): Block {
    return {
      kind: 'list',
      ordered: ordered === true,
      start: start ?? 1,
      items: children.map((item) => this.read(item.children, depth + 1)),
    };
  }

  private table({ align, children }: Table): Block {
    const width = Math.max(...children.map((row) => row.children.length));
    const rows = children.map((row) => {
      const cells: InlineText[] = row.children.map((cell) => this.inlines(cell.children));
      while (cells.length < width) cells.push([]);
      return cells;
    });
    const alignments = Array.from(
      { length: width },
      (_, column): Alignment => align?.[column] ?? 'left',
    );
    return { kind: 'table', alignments, rows };
  }
}

/** The blocks of a section's Markdown, in which citations have been replaced by placeholders. */
export function blocksOf(
  markdown: string,
  placer: CitationPlacer,
  language: DocumentLanguage,
): Block[] {
  return new BlockReader(placer, language).read(parse(markdown).children, 0);
}
