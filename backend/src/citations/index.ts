export { CITATION_STYLES, type CitationStyle } from './citation-styles';
export type { CitationCluster, CitationItem, Locator } from './citation-cluster';
export { type CitableSource, checkCitations, type CitationFinding } from './check-citations';
export { type ParsedCitations, parseCitations, renderCitation } from './parse-citations';
export { toCitableSource } from './citable-source';
