import { CROSS_REFERENCE, LABEL_KEY } from '../../citations/cross-reference';
import type { Block, Caption, Inline, InlineText } from './document-model';
import type { ModelFinding } from './model-finding';
import type { Labels } from './labels';

const REFERENCE = new RegExp(`(${CROSS_REFERENCE})`, 'u');
const LABEL = new RegExp(String.raw`\s*\{#((?:fig|tbl|sec|eq):${LABEL_KEY})\}\s*$`, 'u');

/** A text that ends in a label, as `{#fig:key}`, and the label apart; null for none. */
export function withoutLabel(text: string): { text: string; label: string | null } {
  const match = text.includes('{#') ? LABEL.exec(text) : null;
  return { text: match === null ? text : text.slice(0, match.index), label: match?.[1] ?? null };
}

/** A run with the cross-references in its text as runs of their own, still to be resolved. */
export function withReferences(run: Inline): InlineText {
  if (run.code === true || run.note !== undefined || run.formula !== undefined) return [run];
  return run.text
    .split(REFERENCE)
    .map((text, index) => ({ ...run, text, ...(index % 2 === 1 && { reference: text.slice(1) }) }))
    .filter(({ text }) => text !== '');
}

/** In place, since the lists of captions show the same one. */
function changeCaption(caption: Caption | null, change: (text: InlineText) => InlineText): void {
  if (caption !== null) caption.text = change(caption.text);
}

/** The runs of every block, changed. */
function mapped(block: Block, change: (text: InlineText) => InlineText): Block {
  const all = (blocks: readonly Block[]) => blocks.map((one) => mapped(one, change));
  switch (block.kind) {
    case 'paragraph':
    case 'subheading':
      return { ...block, text: change(block.text) };
    case 'code':
    case 'formula':
      return block;
    case 'quote':
      return { ...block, blocks: all(block.blocks) };
    case 'list':
      return { ...block, items: block.items.map(all) };
    case 'figure':
      changeCaption(block.caption, change);
      return block;
    case 'table':
      changeCaption(block.caption, change);
      return { ...block, rows: block.rows.map((row) => row.map(change)) };
  }
}

/** Blocks whose cross-references name what they refer to; those that refer to nothing stay as written. */
export function resolved(
  blocks: readonly Block[],
  labels: Labels,
  where: string,
): { blocks: Block[]; findings: ModelFinding[] } {
  const findings: ModelFinding[] = [];
  const resolve = ({ reference, ...run }: Inline): Inline => {
    if (reference === undefined) return run;
    const target = labels.get(reference);
    if (target === undefined) {
      findings.push({ kind: 'unknown_reference', text: run.text, where });
      return run;
    }
    const { id, number, word } = target;
    const text = word === '' ? number : `${word}\u00A0${number}`;
    return { ...run, text, place: { id, number } };
  };
  return { blocks: blocks.map((block) => mapped(block, (text) => text.map(resolve))), findings };
}
