/** Where in a source a citation points: a CSL label and what follows it. */
export interface Locator {
  label: 'page' | 'chapter' | 'section' | 'figure' | 'table' | 'note' | 'paragraph' | 'volume';
  /** As written, for example `12`, `12-14` or `iv`. */
  value: string;
}

export interface CitationItem {
  key: string;
  prefix: string;
  locator: Locator | null;
  suffix: string;
  /** `[-@key]`: the author is already named in the sentence. */
  suppressAuthor: boolean;
}

/** One bracket of Pandoc citations, `[see @a, p. 3; @b]`, by its place in the Markdown. */
export interface CitationCluster {
  start: number;
  /** Exclusive. */
  end: number;
  items: CitationItem[];
}
