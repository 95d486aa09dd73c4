import type { Blockquote, List, Paragraph, PhrasingContent, RootContent, Table, Text } from 'mdast';
import { LABEL_KEY } from '../../../../../backend/src/citations/cross-reference';
import { CLOSE, MARK, type MarkedText, OPEN, ownWriting, unmarked } from './marked-text';
import type { ProseBlock, ProseInline, ProseTable, TextMarks } from './prose-model';
import type { RangeCutter } from './range-cutter';

const PLAIN: TextMarks = { strong: false, emphasis: false };

const LABEL = String.raw`\s*\{#((?:fig|tbl|sec|eq):${LABEL_KEY})\}\s*$`;
const FORMULA_ALONE = new RegExp(`^${OPEN}(\\d+)${CLOSE}(?:${LABEL})?$`, 'u');
const FIGURE_START = /^!\[/;
const FIGURE_END = new RegExp(String.raw`\]\(figure:([^\s()]+)\)(?:${LABEL})?$`, 'u');

/** Makes blocks of what Markdown has made of a marked text. */
export class ProseBuilder {
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
        return [
          this.formula(node) ??
            this.figure(node) ?? { kind: 'paragraph', children: this.inlines(node.children) },
        ];
      case 'heading':
        return [{ kind: 'heading', level: node.depth, children: this.inlines(node.children) }];
      case 'blockquote':
        return [this.quote(node)];
      case 'list':
        return [this.list(node)];
      case 'table':
        return [this.table(node)];
      case 'code': {
        const text = unmarked(this.marked, node.value);
        return [{ kind: 'code', text, info: [node.lang, node.meta].filter(Boolean).join(' ') }];
      }
      default:
        return [];
    }
  }

  /** A formula that stands alone on its lines; null for any other paragraph. */
  private formula({ children: [only, ...others] }: Paragraph): ProseBlock | null {
    if (only?.type !== 'text' || others.length > 0) return null;
    const [, index, label = null] = FORMULA_ALONE.exec(only.value.trim()) ?? [];
    const thing = index === undefined ? undefined : this.marked.marks[Number(index)]?.thing;
    if (thing?.kind !== 'formula' || !thing.display) return null;
    return { kind: 'formula', tex: thing.tex, label };
  }

  /** `![Caption](figure:key){#fig:label}` by itself; null for any other paragraph. */
  private figure({ children }: Paragraph): ProseBlock | null {
    const first = children[0];
    const last = children.at(-1);
    if (first?.type !== 'text' || !FIGURE_START.test(first.value)) return null;
    const end = last?.type === 'text' ? FIGURE_END.exec(last.value) : null;
    if (last?.type !== 'text' || end === null) return null;
    const [, key = '', label = null] = end;
    const whole = children.map((node) => (node.type === 'text' ? node.value : '')).join('');
    // several in one paragraph stay as they are written
    if (whole.indexOf('](figure:') !== whole.lastIndexOf('](figure:')) return null;
    const caption = children.map((node) => ({ ...node }));
    const tail = caption.at(-1) as Text;
    tail.value = tail.value.slice(0, end.index);
    const head = caption[0] as Text;
    head.value = head.value.replace(FIGURE_START, '');
    return { kind: 'figure', key, caption: { children: this.inlines(caption), label } };
  }

  private quote(node: Blockquote): ProseBlock {
    return { kind: 'quote', blocks: this.blocks(node.children) };
  }

  private list(node: List): ProseBlock {
    const items = node.children.map((item) => this.blocks(item.children));
    return { kind: 'list', ordered: node.ordered === true, start: node.start ?? 1, items };
  }

  private table(node: Table): ProseTable {
    const [head = [], ...rows] = node.children.map((row) =>
      row.children.map((cell) => this.inlines(cell.children)),
    );
    const table: ProseTable = { kind: 'table', head, rows };
    if (node.align?.some((one) => one !== null) === true) table.alignments = node.align;
    return table;
  }

  /** Passages in other languages reach over the marks between their ends. */
  private inlines(nodes: PhrasingContent[]): ProseInline[] {
    const state: { language?: string } = {};
    return this.marksOf(nodes, PLAIN, state);
  }

  private marksOf(
    nodes: PhrasingContent[],
    marks: TextMarks,
    state: { language?: string },
  ): ProseInline[] {
    return nodes.flatMap((node) => this.inline(node, marks, state));
  }

  private inline(
    node: PhrasingContent,
    marks: TextMarks,
    state: { language?: string },
  ): ProseInline[] {
    switch (node.type) {
      case 'text':
        return this.text(node, marks, state);
      case 'emphasis':
      case 'strong':
        return this.marksOf(node.children, { ...marks, [node.type]: true }, state);
      case 'inlineCode':
        return [{ kind: 'code', text: unmarked(this.marked, node.value) }];
      case 'break':
        return [{ kind: 'break' }];
      default:
        return [];
    }
  }

  private text(node: Text, marks: TextMarks, state: { language?: string }): ProseInline[] {
    const places = this.cutter.placesOf(node);
    let at = 0;
    // a split by one group: plain text and the numbers of marks take turns
    return node.value.split(MARK).flatMap((part, index): ProseInline[] => {
      const from = at;
      const isText = index % 2 === 0;
      at += isText ? part.length : OPEN.length + part.length + CLOSE.length;
      if (!isText) return this.thing(Number(part), state);
      return this.cutter.cut(part, places.slice(from, at), { ...marks, ...state });
    });
  }

  private thing(index: number, state: { language?: string }): ProseInline[] {
    const mark = this.marked.marks[index];
    if (mark === undefined) return [];
    const { thing } = mark;
    if (thing.kind === 'language') {
      if (thing.tag === null) delete state.language;
      else state.language = thing.tag;
      return [];
    }
    return [thing.kind === 'citation' ? { ...thing, ...ownWriting(mark) } : thing];
  }
}
