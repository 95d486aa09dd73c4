import { type NodeSpec, Schema } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';
import { INLINE_NODES, MARKS } from './schema-inlines';

const tables = tableNodes({
  tableGroup: 'block',
  cellContent: 'inline*',
  cellAttributes: {
    align: {
      default: null,
      setDOMAttr: (value, attributes) => {
        if (typeof value === 'string') attributes['data-align'] = value;
      },
    },
  },
});

/** Source that the editor shows as it is, for what it has no form for. */
const SOURCE: NodeSpec = {
  content: 'text*',
  group: 'block',
  marks: '',
  code: true,
  defining: true,
  toDOM: () => ['pre', { class: 'room-source', spellcheck: 'false' }, ['code', 0]],
};

const BLOCKS = {
  doc: { content: 'block+' },
  paragraph: { content: 'inline*', group: 'block', toDOM: () => ['p', 0] },
  heading: {
    attrs: { level: { default: 3, validate: 'number' } },
    content: 'inline*',
    group: 'block',
    defining: true,
    toDOM: () => ['div', { class: 'tg-prose-heading', role: 'heading', 'aria-level': '4' }, 0],
  },
  blockquote: {
    content: 'block+',
    group: 'block',
    defining: true,
    toDOM: () => ['blockquote', 0],
  },
  bullet_list: { content: 'list_item+', group: 'block', toDOM: () => ['ul', 0] },
  ordered_list: {
    attrs: { start: { default: 1, validate: 'number' } },
    content: 'list_item+',
    group: 'block',
    toDOM: ({ attrs }) => ['ol', { start: String(attrs['start']) }, 0],
  },
  list_item: { content: 'paragraph block*', defining: true, toDOM: () => ['li', 0] },
  ...tables,
  code_block: { ...SOURCE, attrs: { info: { default: '', validate: 'string' } } },
  /** A formula that stands alone on its lines. */
  formula_block: {
    attrs: { tex: { validate: 'string' }, label: { default: null, validate: 'string|null' } },
    group: 'block',
    atom: true,
    toDOM: ({ attrs }) => ['div', { class: 'tg-prose-formula' }, `$$${String(attrs['tex'])}$$`],
  },
  /** Its content is the caption. */
  figure: {
    attrs: { key: { validate: 'string' }, label: { default: null, validate: 'string|null' } },
    content: 'inline*',
    group: 'block',
    isolating: true,
    toDOM: () => ['figure', ['figcaption', 0]],
  },
  raw_block: SOURCE,
} satisfies Record<string, NodeSpec>;

/** What the text of a section may hold, and nothing else. */
export const schema = new Schema({ nodes: { ...BLOCKS, ...INLINE_NODES }, marks: MARKS });
