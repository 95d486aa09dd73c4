import type { MarkSpec, NodeSpec } from 'prosemirror-model';

/** Views draw them; what is here is for a reader without scripts, and for the clipboard. */
export const INLINE_NODES = {
  text: { group: 'inline' },
  /** One bracket of citations; `written` is its Markdown where that is not canonical. */
  citation: {
    attrs: { items: {}, written: { default: null, validate: 'string|null' } },
    group: 'inline',
    inline: true,
    atom: true,
    draggable: true,
    toDOM: () => ['span', { class: 'tg-citation' }],
  },
  formula: {
    attrs: { tex: { validate: 'string' }, display: { default: false, validate: 'boolean' } },
    group: 'inline',
    inline: true,
    atom: true,
    toDOM: ({ attrs }) => ['span', { class: 'tg-formula' }, `$${String(attrs['tex'])}$`],
  },
  /** A mention of a figure, a table, a section or a formula of the document. */
  reference: {
    attrs: { label: { validate: 'string' } },
    group: 'inline',
    inline: true,
    atom: true,
    toDOM: ({ attrs }) => ['span', { class: 'room-reference' }, `@${String(attrs['label'])}`],
  },
  hard_break: {
    group: 'inline',
    inline: true,
    selectable: false,
    toDOM: () => ['br'],
  },
} satisfies Record<string, NodeSpec>;

export const MARKS = {
  /** A passage in another language than the document's. */
  language: {
    attrs: { tag: { validate: 'string' } },
    inclusive: false,
    toDOM: ({ attrs }) => ['span', { lang: String(attrs['tag']), class: 'room-language' }, 0],
  },
  strong: { toDOM: () => ['strong', 0], parseDOM: [{ tag: 'strong' }, { tag: 'b' }] },
  em: { toDOM: () => ['em', 0], parseDOM: [{ tag: 'em' }, { tag: 'i' }] },
  code: { excludes: '_', toDOM: () => ['code', 0], parseDOM: [{ tag: 'code' }] },
} satisfies Record<string, MarkSpec>;
