import type { Node } from 'prosemirror-model';
import type {
  ProseBlock,
  ProseInline,
  ProseTable,
  TextMarks,
} from '../../../../ui/prose/prose-model';
import { schema } from '../schema';

const { nodes, marks } = schema;

function marksOf({ strong, emphasis, language }: TextMarks) {
  return [
    ...(language === undefined ? [] : [marks.language.create({ tag: language })]),
    ...(strong ? [marks.strong.create()] : []),
    ...(emphasis ? [marks.em.create()] : []),
  ];
}

function inlineNode(inline: ProseInline): Node[] {
  switch (inline.kind) {
    case 'text': {
      // a line end inside a paragraph is a space
      const text = inline.text.replace(/\s*\n\s*/g, ' ');
      return text === '' ? [] : [schema.text(text, marksOf(inline))];
    }
    case 'code':
      return inline.text === '' ? [] : [schema.text(inline.text, [marks.code.create()])];
    case 'break':
      return [nodes.hard_break.create()];
    case 'citation':
      return [nodes.citation.create({ items: inline.items, written: inline.written ?? null })];
    case 'formula':
      return [nodes.formula.create({ tex: inline.tex, display: inline.display })];
    case 'reference':
      return [nodes.reference.create({ label: inline.label })];
    case 'ranged':
      return inlineNodes(inline.children);
  }
}

const inlineNodes = (inlines: readonly ProseInline[]): Node[] => inlines.flatMap(inlineNode);

function table({ head, rows, alignments }: ProseTable): Node {
  const width = head.length;
  const row = (cells: readonly ProseInline[][], type = nodes.table_cell) =>
    nodes.table_row.createChecked(
      null,
      Array.from({ length: width }, (_, column) =>
        type.createChecked(
          { align: alignments?.[column] ?? null },
          inlineNodes(cells[column] ?? []),
        ),
      ),
    );
  const body = rows.map((cells) => row(cells));
  return nodes.table.createChecked(null, [row(head, nodes.table_header), ...body]);
}

function list({ ordered, start, items }: ProseBlock & { kind: 'list' }): Node {
  const children = items.map((blocks) =>
    nodes.list_item.createChecked(
      null,
      blocks.length === 0 ? nodes.paragraph.create() : blocks.map(nodeOf),
    ),
  );
  return ordered
    ? nodes.ordered_list.createChecked({ start }, children)
    : nodes.bullet_list.createChecked(null, children);
}

const sourceText = (text: string) => (text === '' ? null : schema.text(text));

/**
 * A block as the editor holds it.
 * @throws RangeError for one that its schema has no form for
 */
export function nodeOf(block: ProseBlock): Node {
  switch (block.kind) {
    case 'paragraph':
      return nodes.paragraph.createChecked(null, inlineNodes(block.children));
    case 'heading':
      return nodes.heading.createChecked({ level: block.level }, inlineNodes(block.children));
    case 'quote':
      return nodes.blockquote.createChecked(null, block.blocks.map(nodeOf));
    case 'list':
      return list(block);
    case 'table':
      return table(block);
    case 'code':
      return nodes.code_block.createChecked({ info: block.info }, sourceText(block.text));
    case 'formula':
      return nodes.formula_block.createChecked({ tex: block.tex, label: block.label });
    case 'figure': {
      const { children, label } = block.caption;
      return nodes.figure.createChecked({ key: block.key, label }, inlineNodes(children));
    }
  }
}

/** Source that is shown as it is. */
export const rawBlock = (source: string): Node => nodes.raw_block.create(null, sourceText(source));
