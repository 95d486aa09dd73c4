import type { DocumentLanguage } from '../../../common';

export type DocumentType =
  'essay' | 'term_paper' | 'bachelor_thesis' | 'master_thesis' | 'doctoral_thesis';

/** A sentence about something whose name is set in. */
type About = (name: string) => string;

/** A sentence about the authors of a source; `several` decides between singular and plural. */
type AboutAuthors = (authors: string, several: boolean) => string;

type AboutWork = (authors: string, several: boolean, work: string) => string;

type AboutChapter = (number: string, title: string) => string;

/**
 * The connecting text of a language. It orders and announces; it states nothing about the subject,
 * so that everything that is said about it has a source.
 */
export interface Phrases {
  quotes: readonly [open: string, close: string];
  headings: { introduction: string; conclusion: string };
  /** The words between the last two names. */
  and: string;
  /** Three or more authors, by the first of them. */
  withColleagues: About;
  /** A theme as these sentences take it: bare, or in quotation marks where it would be inflected. */
  theme: About;
  /** The first paragraph of a section. */
  firstTheme: readonly About[];
  furtherTheme: readonly About[];
  /** Before a summary of a source. */
  authorLeads: readonly AboutAuthors[];
  /** Before a summary of a source with a short title. */
  workLeads: readonly AboutWork[];
  /** Before a quotation; ends with a colon. */
  quotationLeads: readonly AboutAuthors[];
  /** Between two quotations of one source; ends with a colon. */
  furtherQuotation: readonly string[];
  /** The end of a section, towards the next. */
  onward: readonly About[];
  /** What a text about a title asks its sources. */
  researchQuestion: About;
  documentTypes: Record<DocumentType, string>;
  introduction: {
    subject: (type: string, title: string) => string;
    question: About;
    topic: About;
    background: readonly string[];
    organisation: readonly AboutChapter[];
    close: string;
    method: string;
  };
  conclusion: {
    opening: About;
    /** A citation of the chapter's sources follows before the full stop. */
    chapters: readonly AboutChapter[];
    closing: string;
  };
}

export type PhraseBook = Record<DocumentLanguage, Phrases>;
