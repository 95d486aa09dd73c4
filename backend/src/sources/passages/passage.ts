/**
 * Where the words of a passage come from. `fulltext` and `abstract` are the literal text of the
 * source and are quoted when copied; an `annotation` is someone's own-words note about the source
 * (CSL variable `annote`) and may stand as a paraphrase.
 */
export const PASSAGE_KINDS = ['fulltext', 'abstract', 'annotation'] as const;

export type PassageKind = (typeof PASSAGE_KINDS)[number];

/** Some whole sentences of a source, small enough to quote from and to rank. */
export interface Passage {
  id: string;
  sourceId: string;
  /** The key of its source. */
  key: string;
  /**
   * The page to cite: as printed where the reference's page range tells, else as counted in the
   * file; null when the text is not from a paged file.
   */
  page: number | null;
  kind: PassageKind;
  /** A literal part of the source's text. */
  text: string;
  /** Score of the search that found it, comparable within one answer; 0 without a search. */
  rank: number;
}

/** A passage before it is stored. */
export interface PassageDraft {
  /** As counted in the file, from 1. */
  page: number | null;
  kind: PassageKind;
  text: string;
}
