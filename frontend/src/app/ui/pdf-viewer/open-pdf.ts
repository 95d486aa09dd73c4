/** The bytes of a PDF, wherever they are; only those that are needed are read. */
export interface PdfBytes {
  size: number;
  /** @param end exclusive */
  read(start: number, end: number): Promise<ArrayBuffer>;
}

/** Why a PDF cannot be shown. */
export type PdfFailure = 'damaged' | 'password' | 'slow' | 'unread' | 'program';

export class PdfError extends Error {
  constructor(
    readonly failure: PdfFailure,
    cause?: unknown,
  ) {
    super(failure, { cause });
  }
}

/** A page with more on it than can be drawn while the window goes on answering. */
export class PageTooComplex extends Error {}

/** Something that is being done to a page; ends early, without an error, when it is cancelled. */
export interface PageTask {
  done: Promise<void>;
  cancel(): void;
}

/** The text of a page in the order in which the file draws it. */
export interface LaidText {
  /** An element a piece of text, each transparent above what it names. */
  elements: readonly HTMLElement[];
  texts: readonly string[];
}

export interface PageSize {
  /** Of a page that is shown as large as it is, in CSS pixels of 1/72 inch. */
  width: number;
  height: number;
}

export interface PdfPage extends PageSize {
  texts(): Promise<readonly string[]>;
  /**
   * @param density pixels of the canvas for one of the page as it is shown
   * @throws PageTooComplex as the end of the task
   */
  draw(canvas: HTMLCanvasElement, scale: number, density: number): PageTask;
  layText(container: HTMLElement, scale: number): Promise<LaidText>;
  /** Frees what was kept of the page; it can be used again. */
  release(): void;
}

export interface OpenPdf {
  pageCount: number;
  /** @param number from 1 */
  page(number: number): Promise<PdfPage>;
  close(): void;
}

/** Reads PDFs. A port, since no test environment draws them. */
export abstract class PdfEngine {
  /**
   * @param onBroken told when something goes wrong after the opening
   * @throws PdfError
   */
  abstract open(bytes: PdfBytes, onBroken: (error: PdfError) => void): Promise<OpenPdf>;
}
