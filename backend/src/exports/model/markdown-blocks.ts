import type {
  BlockContent,
  DefinitionContent,
  List,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';
import { plainText } from '../../citations/csl/formatted-text';
import type { DocumentLanguage } from '../../common';
import { CAPTION_WORDS } from './caption-words';
import type { CaptionCounter } from './caption-counter';
import type {
  Alignment,
  Block,
  Caption,
  FigureBlock,
  InlineText,
  TableBlock,
} from './document-model';
import type { ModelFinding } from './model-finding';
import type { FigureInput } from './figure-input';
import type { Labels } from './labels';
import { languageRuns } from './language-runs';
import { captionRow, labelled, tableCaption, type WrittenCaption } from './markdown-captions';
import { figuresOf, type WrittenFigure } from './markdown-figures';
import { type InlineContext, inlinesOf } from './markdown-inlines';
import { noteMarksSet } from './note-marks';
import { readMarkdown } from './read-markdown';

/** Deeper quotes and lists are set as if they stood at this depth. */
const MAX_DEPTH = 6;

type Node = RootContent | BlockContent | DefinitionContent;

/** What the blocks of a text share with the rest of the document. */
export interface BlockContext extends InlineContext {
  language: DocumentLanguage;
  counter: CaptionCounter;
  labels: Labels;
  /** The heading above, for what cannot be set. */
  where: string;
  figure: (key: string) => FigureInput | undefined;
  report: (finding: ModelFinding) => void;
  /** Gives a label to the section itself. */
  labelSection: (label: string) => void;
}

const storedCaption = (image: FigureInput | null): PhrasingContent[] =>
  image === null || image.caption === '' ? [] : [{ type: 'text', value: image.caption }];

class BlockReader {
  constructor(private readonly context: BlockContext) {}

  read(nodes: readonly Node[], depth: number): Block[] {
    const left = [...nodes];
    const blocks: Block[] = [];
    for (let node = left.shift(); node !== undefined; node = left.shift()) {
      if (node.type === 'table') {
        const below = this.captionIn(left[0]);
        if (below !== null) left.shift();
        blocks.push(this.table(node, below));
        continue;
      }
      const above = left[0]?.type === 'table' ? this.captionIn(node) : null;
      if (above !== null && left[0]?.type === 'table') {
        blocks.push(this.table(left[0], above));
        left.shift();
      } else blocks.push(...this.block(node, depth));
    }
    return blocks;
  }

  private captionIn(node: Node | undefined): WrittenCaption | null {
    return tableCaption(node, this.context.language);
  }

  private block(node: Node, depth: number): Block[] {
    switch (node.type) {
      case 'paragraph':
        return (
          this.formula(node) ??
          figuresOf(node)?.map((figure) => this.figure(figure)) ?? [
            { kind: 'paragraph', text: this.inlines(node.children) },
          ]
        );
      case 'heading':
        return [{ kind: 'subheading', text: this.headingText(node.children) }];
      case 'blockquote':
        return this.nested(node.children, depth, (blocks) => ({ kind: 'quote', blocks }));
      case 'list':
        return depth < MAX_DEPTH
          ? [this.list(node, depth)]
          : node.children.flatMap((item) => this.read(item.children, depth));
      case 'code':
        return [{ kind: 'code', text: this.context.placer.placeAsText(node.value) }];
      default:
        // A thematic break has no text; nothing else is left by the constructs that are on
        return [];
    }
  }

  private inlines(nodes: readonly PhrasingContent[]): InlineText {
    return noteMarksSet(languageRuns(inlinesOf(nodes, this.context)), this.context.language);
  }

  private headingText(nodes: readonly PhrasingContent[]): InlineText {
    const { nodes: text, label } = labelled(nodes);
    if (label !== null) this.context.labelSection(label);
    return this.inlines(text);
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

  private caption(kind: Caption['kind'], { nodes, label }: WrittenCaption): Caption {
    const { counter, labels, where } = this.context;
    const caption = counter.add(kind, this.inlines(nodes));
    if (label !== null) labels.addCaption(label, caption, where);
    return caption;
  }

  /** A formula that stands alone on its lines; null for any other paragraph. */
  private formula({ children }: Paragraph): Block[] | null {
    const { placer, isReadable, counter, labels, where } = this.context;
    const { nodes, label } = labelled(children);
    const [only, ...others] = nodes;
    const text = only?.type === 'text' && others.length === 0 ? only.value : '';
    const written = placer.formulas.alone(text);
    if (written?.display !== true || !isReadable(written)) return null;
    const number = label === null ? null : counter.addEquation();
    if (label !== null && number !== null) labels.addEquation(label, number, where);
    return [{ kind: 'formula', tex: written.tex, number }];
  }

  private figure(written: WrittenFigure): FigureBlock {
    const { language, where, report } = this.context;
    const { key } = written;
    const image = this.context.figure(key) ?? null;
    const nodes = written.nodes.length === 0 ? storedCaption(image) : written.nodes;
    const counted = nodes.length > 0 || written.label !== null;
    const caption = counted ? this.caption('figure', { ...written, nodes }) : null;
    const missing = `[${CAPTION_WORDS[language].missingImage}: ${key}]`;
    if (image === null) report({ kind: 'missing_image', text: `figure:${key}`, where });
    const said = image?.altText || plainText(caption?.text ?? []);
    return { kind: 'figure', caption, image, altText: image === null ? missing : said };
  }

  /** Notes are numbered as they are set: those of a caption above a table before its own. */
  private table(node: Table, beside: WrittenCaption | null): TableBlock {
    const { table, caption: row } = captionRow(node, this.context.language);
    const written = beside ?? row;
    const above = this.context.counter.positionOf('table') === 'above';
    const first = written !== null && above ? this.caption('table', written) : null;
    const cells = this.cells(table);
    const last = written !== null && !above ? this.caption('table', written) : null;
    return { kind: 'table', caption: first ?? last, ...cells };
  }

  private cells({ align, children }: Table): Pick<TableBlock, 'alignments' | 'rows'> {
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
    return { alignments, rows };
  }
}

/** The blocks of a section's Markdown, in which citations have been replaced by placeholders. */
export function blocksOf(markdown: string, context: BlockContext): Block[] {
  return new BlockReader(context).read(readMarkdown(markdown), 0);
}
