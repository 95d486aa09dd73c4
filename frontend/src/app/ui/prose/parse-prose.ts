import type { Blockquote, List, PhrasingContent, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
// The text has one representation and one parser for its citations, on the server and here.
import { parseCitations } from '../../../../../backend/src/citations/parse-citations';
import type { CitationItem, ProseBlock, ProseInline, TextMarks } from './prose-model';

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

/** Private-use characters: no keyboard types them and Markdown gives them no meaning. */
const OPEN = '\uE000';
const CLOSE = '\uE001';
const MARK = new RegExp(`${OPEN}(\\d+)${CLOSE}`, 'u');

interface Marked {
  markdown: string;
  citations: CitationItem[][];
}

/** Takes the citations out before Markdown sees them: a key such as `a_b_c` is no emphasis. */
function markCitations(source: string): Marked {
  const markdown = source.replaceAll(OPEN, '').replaceAll(CLOSE, '');
  const { clusters } = parseCitations(markdown);
  let marked = '';
  let done = 0;
  clusters.forEach(({ start, end }, index) => {
    marked += `${markdown.slice(done, start)}${OPEN}${String(index)}${CLOSE}`;
    done = end;
  });
  return { markdown: marked + markdown.slice(done), citations: clusters.map(({ items }) => items) };
}

/** Reads the Markdown of a section; never throws, never yields markup. */
export function parseProse(source: string): ProseBlock[] {
  const { markdown, citations } = markCitations(source);
  const tree = fromMarkdown(markdown, {
    extensions: [gfmTable(), OUTSIDE_SUBSET],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
  return new ProseBuilder(citations).blocks(tree.children);
}

class ProseBuilder {
  constructor(private readonly citations: CitationItem[][]) {}

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
        return this.text(node.value, marks);
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

  private text(value: string, marks: TextMarks): ProseInline[] {
    // a split by one group: plain text and the numbers of citations take turns
    return value.split(MARK).flatMap((part, index): ProseInline[] => {
      if (index % 2 === 0) return part === '' ? [] : [{ kind: 'text', text: part, ...marks }];
      return [{ kind: 'citation', items: this.citations[Number(part)] ?? [] }];
    });
  }
}
