export { CITATION_STYLES, type CitationStyle } from './citation-styles';
export type { CitationCluster, CitationItem, Locator } from './citation-cluster';
export { type CitableSource, checkCitations, type CitationFinding } from './check-citations';
export { type ParsedCitations, parseCitations, renderCitation } from './parse-citations';
export { toCitableSource } from './citable-source';
export {
  type BibliographyEntry,
  CitationFormatter,
  type FormattedCitations,
} from './csl/citation-formatter';
export type { FormattableSource } from './csl/citeproc-item';
export { type FormattedText, plainText, type Run, type RunStyle } from './csl/formatted-text';
