import { CROSS_REFERENCE, LABEL_KEY } from '../../citations/cross-reference';
import type { Block, Inline, InlineText } from './document-model';
import type { ModelFinding } from './model-finding';
import type { Labels } from './labels';
import { withRuns } from './with-runs';

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
  return { blocks: blocks.map((block) => withRuns(block, (text) => text.map(resolve))), findings };
}
