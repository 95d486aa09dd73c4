import { LABEL_KEY } from '../../../../../backend/src/citations/cross-reference';
import { TABLE_WORDS } from './caption-words';
import type { ProseBlock, ProseCaption, ProseInline, ProseTable } from './prose-model';

const START = new RegExp(`^(?:${TABLE_WORDS.join('|')})?:(?:\\s+|$)`, 'iu');
const LABEL = new RegExp(String.raw`\s*\{#((?:tbl|sec):${LABEL_KEY})\}\s*$`, 'u');

/** Changes the text at one end of a run; null where no text is there. */
function changed(
  inline: ProseInline | undefined,
  change: (text: string) => string | null,
): ProseInline | null {
  if (inline?.kind === 'text') {
    const text = change(inline.text);
    return text === null ? null : { ...inline, text };
  }
  if (inline?.kind !== 'ranged' || inline.children.length !== 1) return null;
  const child = changed(inline.children[0], change);
  return child === null ? null : { ...inline, children: [child] };
}

/** A run of text without the label that ends it. */
export function labelled(inlines: readonly ProseInline[]): ProseCaption {
  let label: string | null = null;
  const last = changed(inlines.at(-1), (text) => {
    label = LABEL.exec(text)?.[1] ?? null;
    return text.replace(LABEL, '');
  });
  return { children: last === null ? [...inlines] : [...inlines.slice(0, -1), last], label };
}

/** Pandoc: `Table: text` or `: text`; the word may be in any language of a document. */
export function captionOf(inlines: readonly ProseInline[]): ProseCaption | null {
  const first = changed(inlines[0], (text) => (START.test(text) ? text.replace(START, '') : null));
  if (first === null) return null;
  return labelled([first, ...inlines.slice(1)]);
}

const captionIn = (block: ProseBlock | undefined): ProseCaption | null =>
  block?.kind === 'paragraph' ? captionOf(block.children) : null;

/** A caption right below a table is taken for a row of one cell. */
function withCaptionRow(table: ProseTable): ProseTable {
  const last = table.rows.at(-1);
  const caption = last?.length === 1 && last[0] !== undefined ? captionOf(last[0]) : null;
  return caption === null ? table : { ...table, rows: table.rows.slice(0, -1), caption };
}

function withLabel(heading: ProseBlock & { kind: 'heading' }): ProseBlock {
  const { children, label } = labelled(heading.children);
  return label === null ? heading : { ...heading, children, label };
}

/** The blocks, with the paragraphs that are captions of tables at their tables, and labels apart. */
export function withCaptions(blocks: readonly ProseBlock[]): ProseBlock[] {
  const result: ProseBlock[] = [];
  const left = [...blocks];
  for (let block = left.shift(); block !== undefined; block = left.shift()) {
    const above = left[0]?.kind === 'table' ? captionIn(block) : null;
    if (above !== null && left[0]?.kind === 'table') {
      result.push({ ...left[0], caption: above });
      left.shift();
    } else if (block.kind === 'table') {
      const below = captionIn(left[0]);
      if (below !== null) left.shift();
      result.push(below === null ? withCaptionRow(block) : { ...block, caption: below });
    } else result.push(block.kind === 'heading' ? withLabel(block) : block);
  }
  return result;
}
