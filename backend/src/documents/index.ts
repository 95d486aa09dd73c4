export { countWords } from './count-words';
export { DocumentCounts } from './document-counts';
export { DOCUMENT_REMOVED } from './document-removed';
export { DocumentEntity } from './document.entity';
export { DocumentsModule } from './documents.module';
export { DocumentsService } from './documents.service';
export { EtagInterceptor } from './etag.interceptor';
export type { Document } from './dto/document';
export type { FrontPart } from './dto/front-text';
export {
  isAppendix,
  Outline,
  type OutlineDraft,
  OutlineSection,
  type OutlineSectionDraft,
} from './dto/outline';
export { Section } from './dto/section';
export { FrontMatterService } from './front-matter/front-matter.service';
export { type AbstractText, basisOf } from './front-matter/front-text';
export { OutlineService } from './outline.service';
export { SectionEntity } from './section.entity';
export { ProvenanceService } from './provenance/provenance.service';
export type { Declaration } from './dto/provenance';
export { planOf } from './section-plan';
export { assertCitationsResolve } from './section-citations';
export { type CitationEvidence, type SectionText, type Stage, wholeSource } from './section-text';
export { SectionsService } from './sections.service';
export { changesBetween } from './suggestions/suggested-changes';
export { Suggestion, SUGGESTION_ACTIONS, type SuggestionAction } from './suggestions/suggestion';
export type { MadeSuggestion } from './suggestions/suggestions.repository';
export { SuggestionsService } from './suggestions/suggestions.service';
export { type CitedSection, SupportService } from './support.service';
export { WORDS_PER_PAGE } from './words-per-page';
export { pagesOf, wordTarget } from './word-target';
