import type { Blockquote, List, PhrasingContent, RootContent, Table, Text } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { CLOSE, MARK, type MarkedText, markCitations, OPEN } from './marked-text';
import type { ProseBlock, ProseInline, ProseRange, TextMarks } from './prose-model';
import { RangeCutter } from './range-cutter';

/**
 * What the stored subset does not have. Without links and character references the parser also
 * never asks the DOM to decode anything, which a page with Trusted Types would refuse.
 */
const OUTSIDE_SUBSET = {
  disable: {
    null: [
      'autolink',
      'characterReference',
      'codeFenced',
      'codeIndented',
      'definition',
      'htmlFlow',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
      'setextUnderline',
      'thematicBreak',
    ],
  },
};

const PLAIN: TextMarks = { strong: false, emphasis: false };

/**
 * Reads the Markdown of a section; never throws, never yields markup.
 * @param ranges parts of the text that are to come out apart
 */
export function parseProse(source: string, ranges: readonly ProseRange[] = []): ProseBlock[] {
  const marked = markCitations(source);
  const tree = fromMarkdown(marked.markdown, {
    extensions: [gfmTable(), OUTSIDE_SUBSET],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  return new ProseBuilder(marked, new RangeCutter(marked, ranges)).blocks(tree.children);
}

class ProseBuilder {
  constructor(
    private readonly marked: MarkedText,
    private readonly cutter: RangeCutter,
  ) {}

  blocks(nodes: RootContent[]): ProseBlock[] {
    return nodes.flatMap((node) => this.block(node));
  }

  private block(node: RootContent): ProseBlock[] {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        return [{ kind: node.type, children: this.inlines(node.children) }];
      case 'blockquote':
        return [this.quote(node)];
      case 'list':
        return [this.list(node)];
      case 'table':
        return [this.table(node)];
      default:
        return [];
    }
  }

  private quote(node: Blockquote): ProseBlock {
    return { kind: 'quote', blocks: this.blocks(node.children) };
  }

  private list(node: List): ProseBlock {
    const items = node.children.map((item) => this.blocks(item.children));
    return { kind: 'list', ordered: node.ordered === true, start: node.start ?? 1, items };
  }

  private table(node: Table): ProseBlock {
    const [head = [], ...rows] = node.children.map((row) =>
      row.children.map((cell) => this.inlines(cell.children)),
    );
    return { kind: 'table', head, rows };
  }

  private inlines(nodes: PhrasingContent[], marks: TextMarks = PLAIN): ProseInline[] {
    return nodes.flatMap((node) => this.inline(node, marks));
  }

  private inline(node: PhrasingContent, marks: TextMarks): ProseInline[] {
    switch (node.type) {
      case 'text':
        return this.text(node, marks);
      case 'emphasis':
      case 'strong':
        return this.inlines(node.children, { ...marks, [node.type]: true });
      case 'inlineCode':
        return [{ kind: 'code', text: node.value }];
      case 'break':
        return [{ kind: 'break' }];
      default:
        return [];
    }
  }

  private text(node: Text, marks: TextMarks): ProseInline[] {
    const places = this.cutter.placesOf(node);
    let at = 0;
    // a split by one group: plain text and the numbers of citations take turns
    return node.value.split(MARK).flatMap((part, index): ProseInline[] => {
      const from = at;
      const isText = index % 2 === 0;
      at += isText ? part.length : OPEN.length + part.length + CLOSE.length;
      if (isText) return this.cutter.cut(part, places.slice(from, at), marks);
      const { items = [], ordinal = 0 } = this.marked.citations[Number(part)] ?? {};
      return [{ kind: 'citation', items, ordinal }];
    });
  }
}
