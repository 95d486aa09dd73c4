import type { SupportState } from '../citations';

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

/** A text for a section, ready to be stored: its citations have been checked. */
export interface SectionText {
  documentId: string;
  sectionId: string;
  /** Markdown with Pandoc citations. */
  content: string;
  status: 'written' | 'edited';
  /** The model's id; null for a person. */
  writer: string | null;
  /** One entry a cited source, in the order of the text. */
  evidence: CitationEvidence[];
}
