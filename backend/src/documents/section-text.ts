/** What one citation of a section rests on. */
export interface CitationEvidence {
  sourceId: string;
  /** The passage it was drawn from; null when a person cited the source as a whole. */
  passageId: string | null;
  /** As cited, such as `12-14`; null without a place. */
  locator: string | null;
  /** A literal substring of the passage; null without a passage. */
  quotation: string | null;
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
