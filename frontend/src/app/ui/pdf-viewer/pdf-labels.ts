import type { PdfFailure } from './open-pdf';

/** What the viewer says, in the language of the interface. */
export interface PdfLabels {
  /** What is shown, such as “The PDF of the source”. */
  name: string;
  opening: string;
  page(number: number, total: number): string;
  pageField: string;
  pageTotal(total: number): string;
  previousPage: string;
  nextPage: string;
  zoomIn: string;
  zoomOut: string;
  /** On the button that says how large the pages are, and leads back to the full width. */
  fitWidth: string;
  percent(share: number): string;
  find: string;
  findNext: string;
  findPrevious: string;
  closeFind: string;
  found(current: number, total: number): string;
  foundNone: string;
  searching(done: number, total: number): string;
  passageMissing: string;
  pageFailed: string;
  /** On a page that is given up, since it would keep the window from answering. */
  pageComplex: string;
  failedHeading: string;
  failed: Readonly<Record<PdfFailure, string>>;
}
