import type { DocumentLanguage, ProblemReason } from '../../common';
import type { CslItem } from '../csl/csl-item';
import type { StatedDetails } from '../dto/addition';
import type { PassageDraft } from '../passages/passage';
import type { EntryReason } from './bibliography/entry-reasons';

export type SourceFileKind = 'pdf' | 'docx' | 'bibtex' | 'ris' | 'csl-json';

/** What is asked of the reader process. */
export interface ReadRequest {
  kind: SourceFileKind;
  path: string;
  /** As the user named the file. */
  fileName: string;
  /** The document's language: the one assumed of a text whose own is not stated. */
  language: DocumentLanguage;
  stated: StatedDetails;
}

/** What is asked of it for a text that is no source. */
export interface TextRequest {
  kind: 'text';
  format: TextFileKind;
  path: string;
}

export type TextFileKind = 'pdf' | 'docx' | 'txt';

export type FileRequest = ReadRequest | TextRequest;

export interface TextParagraph {
  text: string;
  /** Null where the format has no pages. */
  page: number | null;
}

/** A source as read, before it is compared with those that the document has. */
export interface SourceDraft {
  csl: CslItem;
  /** Line of the file on which it begins; null where the format has no lines. */
  line: number | null;
  pageCount: number | null;
  passages: PassageDraft[];
  /**
   * Beginning of the text, by which a file without details is recognised as the full text of a
   * work that the document already refers to.
   */
  opening?: string;
}

/** An entry that could not be used, with the reason in plain words. */
export interface RefusedEntry {
  line: number | null;
  /** How the file names the entry: its label or title. */
  entry: string | null;
  code: EntryReason;
  /** The line at which it cannot be read on. */
  at: number | null;
  /** Of LEFT_OUT and NOT_LISTED: how many entries. */
  count: number | null;
  reason: string;
}

export interface Reading {
  drafts: SourceDraft[];
  refused: RefusedEntry[];
  /** Of a {@link TextRequest}. */
  paragraphs?: TextParagraph[];
}

/** Why there is no reading; `failed` is for the log. */
export type ReadFailure =
  | { unreadable: string; reason: ProblemReason }
  | { unsupported: string; reason: ProblemReason }
  | { failed: string };

export type ReadAnswer = { reading: Reading } | ReadFailure;

/** What the reader process says last, after the parts of its reading. */
export type ReadEnd = { complete: true } | ReadFailure;

/** The whole file cannot be used; the message is for its owner. */
export class UnreadableFile extends Error {
  constructor(
    readonly reason: ProblemReason,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The file is of a kind that is not taken, which only a look into it shows. */
export class UnsupportedFile extends Error {
  constructor(
    readonly reason: ProblemReason,
    message: string,
  ) {
    super(message);
  }
}
