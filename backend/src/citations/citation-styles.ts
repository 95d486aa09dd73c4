/** The citation styles a document can choose from. */
export const CITATION_STYLES = [
  'apa',
  'mla',
  'chicago_author_date',
  'harvard',
  'ieee',
  'vancouver',
  'iso690',
  'dstu8302',
  'gost',
] as const;

export type CitationStyle = (typeof CITATION_STYLES)[number];
