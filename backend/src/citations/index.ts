export { CITATION_STYLES, type CitationStyle } from './citation-styles';
export type { CitationCluster, CitationItem, Locator } from './citation-cluster';
export { type CitableSource, checkCitations, type CitationFinding } from './check-citations';
export { type ParsedCitations, parseCitations, renderCitation } from './parse-citations';
export { replaceKey, rewriteCitations } from './rewrite-citations';
export { CROSS_REFERENCE, LABEL_KEY } from './cross-reference';
export { toCitableSource } from './citable-source';
export {
  type BibliographyEntry,
  CitationFormatter,
  type FormattedCitations,
} from './csl/citation-formatter';
export type { FormattableSource } from './csl/citeproc-item';
export { type FormattedText, plainText, type Run, type RunStyle } from './csl/formatted-text';
export { assessSupport, type SupportContext } from './support/assess-support';
export { FactsOfText } from './support/facts-of-text';
export {
  lowerOf,
  type Support,
  SUPPORT_STATES,
  type SupportGrade,
  type SupportState,
  UNCHECKED,
} from './support/support-state';
export { type CitedPlace, citedPlaces } from './text/cited-places';
export { maskCitations, type Span } from './text/masked-text';
export { ownWords } from './text/own-words';
export { plainProse } from './text/plain-prose';
export { type Quotation, quotationsOf } from './text/quotations';
export { sentenceSpans } from './text/sentence-spans';
export { type CitedPassage, gradeCitations } from './support/grade-citations';
export { CLAIM_REASONS, type ClaimReason } from './support/claim-patterns';
export { type UncitedClaim, uncitedClaims } from './support/uncited-claims';
export { attributedNames } from './names/attributed-names';
export { KnownNames } from './names/known-names';
