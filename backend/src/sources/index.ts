export type { TextParagraph } from './reader/reading';
export type { CslDate, CslItem, CslName } from './csl/csl-item';
export type { Passage, PassageKind } from './passages/passage';
export { type PassageQuery, PassageSearch } from './passages/passage-search';
export {
  REFERENCE_FORMATS,
  referenceFile,
  type ReferenceFormat,
} from './reference-files/reference-file';
export { SourceLibrary, type SourceRecord } from './source-library';
export { SourcesModule } from './sources.module';
export { shownTitle } from './to-source';
export { TextFiles } from './text-files';
export {
  ImageUpload,
  noFile,
  TEXT_BODY,
  TextUpload,
  type UploadedSource,
} from './upload/source-upload';
