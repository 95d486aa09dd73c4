import type { Document, Section } from '../documents';
import type { WordLimits } from '../generation';
import type { SourceRecord } from '../sources';
import type { CheckFinding, CheckId, DocumentCheck, UncheckedReason } from './dto/checks';

/** A section as the checks look at it. */
export interface CheckedSection extends Pick<Section, 'id' | 'title' | 'content' | 'wordCount'> {
  /** The same text with citations blank and quotations cut out; every place is the same. */
  own: string;
}

/** What is checked: one document at one moment. */
export interface CheckedText {
  ownerId: string;
  document: Document;
  /** Those that have text, in reading order. */
  sections: readonly CheckedSection[];
  sources: readonly SourceRecord[];
  /** What the rules of the university ask of the length. */
  limits: WordLimits;
}

/** What one check has found. */
export type Outcome = Pick<DocumentCheck, 'state' | 'reason' | 'summary'> & {
  findings: readonly CheckFinding[];
};

/** One question to a text. Whatever it throws makes it unchecked. */
export interface TextCheck {
  readonly id: CheckId;
  check(text: CheckedText): Promise<Outcome>;
}

export const passed = (summary: string): Outcome => ({
  ...{ state: 'passed', reason: null, summary, findings: [] },
});

export function failed(summary: string, findings: readonly CheckFinding[]): Outcome {
  return { state: 'failed', reason: null, summary, findings };
}

export function unchecked(
  reason: UncheckedReason,
  summary: string,
  findings: readonly CheckFinding[] = [],
): Outcome {
  return { state: 'unchecked', reason, summary, findings };
}

/** `1 place`, `2 places`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
