import type { CitationStyle, FormattableSource } from '../../citations';
import type { DocumentLanguage } from '../../common';
import type { Declaration, FrontPart } from '../../documents';
import type { Formatting, TitlePageDetails } from '../../requirements';
import type { SectionModel } from './document-model';
import type { FigureInput } from './figure-input';
import type { DocumentType } from './wording';

export interface SectionInput extends Pick<SectionModel, 'id' | 'number' | 'title' | 'level'> {
  /** Stands after the bibliography, with its chapter. */
  appendix?: true;
  /** Markdown with Pandoc citations. */
  content: string;
  /** Id of the model that wrote it; `offline` is the writer that only arranges sources. */
  writer: string | null;
}

/** A text beside the sections, as Markdown without citations. */
export interface FrontTextInput {
  part: FrontPart;
  /** The document's, but for the abstract in a second language. */
  language: DocumentLanguage;
  content: string;
}

/** A document as it is stored, with all that an export needs; it can be passed between threads. */
export interface ExportInput {
  title: string;
  type: DocumentType;
  language: DocumentLanguage;
  citationStyle: CitationStyle;
  author: string | null;
  /** ISO 8601. */
  updatedAt: string;
  /** Those that are written. */
  frontMatter: readonly FrontTextInput[];
  /** In the order of the outline. */
  sections: readonly SectionInput[];
  /** Those that the text shows, as far as they exist. */
  figures: readonly FigureInput[];
  sources: readonly FormattableSource[];
  /** What the university rules; empty for nothing. */
  formatting: Formatting;
  /** What the title page says beside what the document holds. */
  titlePage: TitlePageDetails;
  /** On the use of AI, in the document's language; null for none. */
  declaration: Declaration | null;
}
