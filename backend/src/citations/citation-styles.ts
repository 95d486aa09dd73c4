/** The citation styles a document can choose from. */
export const CITATION_STYLES = [
  'apa',
  'mla',
  'chicago_author_date',
  'chicago_notes',
  'harvard',
  'ieee',
  'vancouver',
  'iso690',
  'iso690_it',
  'dstu8302',
  'gost',
] as const;

export type CitationStyle = (typeof CITATION_STYLES)[number];
