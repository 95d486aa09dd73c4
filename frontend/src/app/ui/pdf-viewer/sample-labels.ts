import type { PdfLabels } from './pdf-labels';

/** For the style guide and for specs; the app says it in the reader's language. */
export const SAMPLE_LABELS: PdfLabels = {
  name: 'A PDF',
  opening: 'Opening…',
  page: (number, total) => `Page ${String(number)} of ${String(total)}`,
  pageField: 'Page',
  pageTotal: (total) => `of ${String(total)}`,
  previousPage: 'Previous page',
  nextPage: 'Next page',
  zoomIn: 'Larger',
  zoomOut: 'Smaller',
  fitWidth: 'Back to the full width',
  percent: (share) => `${String(Math.round(share * 100))} %`,
  find: 'Find',
  findNext: 'Next finding',
  findPrevious: 'Previous finding',
  closeFind: 'Close',
  found: (current, total) => `${String(current)} of ${String(total)}`,
  foundNone: 'Nothing found.',
  searching: (done, total) => `Looking: ${String(done)} of ${String(total)}`,
  passageMissing: 'The passage could not be found on this page.',
  pageFailed: 'This page cannot be shown.',
  pageComplex: 'This page is too complex to be shown.',
  failedHeading: 'The PDF cannot be shown',
  failed: {
    damaged: 'It is damaged.',
    password: 'It is locked.',
    slow: 'It takes too long.',
    unread: 'It could not be loaded.',
    program: 'The reader did not start.',
  },
};
