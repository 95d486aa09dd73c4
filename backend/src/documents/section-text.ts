import type { SupportState } from '../citations';
import type { TakenOver } from './provenance/credit-suggestions';
import type { VersionStep } from './provenance/origin';

/** What one citation of a section rests on. */
export interface CitationEvidence {
  sourceId: string;
  /** The passage it was drawn from; null when a person cited the source as a whole. */
  passageId: string | null;
  /** As cited, such as `12-14`; null without a place. */
  locator: string | null;
  /** A literal substring of the passage; null without a passage. */
  quotation: string | null;
  /** Where the quotation stands in the passage's text, in UTF-16 code units; null without one. */
  start: number | null;
  /** Exclusive. */
  end: number | null;
  /** How far the passage carries the sentence. */
  state: SupportState;
  /** Share of the sentence's words that the passage has; null when unchecked. */
  score: number | null;
  /** Whether a language model has judged it too. */
  modelChecked: boolean;
}

/** A citation of a source as a whole, by a person: there is no passage to check it against. */
export function wholeSource(sourceId: string, locator: string | null): CitationEvidence {
  const nothing = { passageId: null, quotation: null, start: null, end: null, score: null };
  return { ...nothing, sourceId, locator, state: 'unchecked', modelChecked: false };
}

/** One hand's part in a text, as it left it. */
export interface Stage {
  step: VersionStep;
  /** The model's id; null for a person. */
  writer: string | null;
  /** Of the task and rules that the model was given; null for a person. */
  promptVersion: number | null;
  /** Markdown with Pandoc citations. */
  content: string;
  /** What a person has taken over from suggestions of models. */
  takenOver?: readonly TakenOver[];
}

/** A text for a section, ready to be stored: its citations have been checked. */
export interface SectionText {
  documentId: string;
  sectionId: string;
  /** Markdown with Pandoc citations: what the last stage has left. */
  content: string;
  status: 'written' | 'edited';
  /** The model's id; null for a person. */
  writer: string | null;
  /** How the text came about, in order; never empty. */
  stages: readonly Stage[];
  /** One entry a cited source, in the order of the text. */
  evidence: CitationEvidence[];
  /**
   * Fingerprint of the plan it was written from, null when that was never stored; left out, what
   * the outline asks for as it is stored.
   */
  plan?: string | null | undefined;
}

/** What a person makes of a section. */
export function personalText(
  documentId: string,
  sectionId: string,
  content: string,
  evidence: CitationEvidence[],
  plan?: string | null,
  takenOver: readonly TakenOver[] = [],
): SectionText {
  const stages = [{ step: 'edit' as const, writer: null, promptVersion: null, content, takenOver }];
  return { documentId, sectionId, content, status: 'edited', writer: null, stages, evidence, plan };
}
