import { printedPagesOf } from '../csl/bibliographic-facts';

interface PagedSource {
  /** The CSL variable `page`. */
  printed: string | null;
  pageCount: number | null;
}

/**
 * The page to cite for a page of the file. Where the file has exactly as many pages as the
 * reference's range, page 1 of the file is the first printed one; else the file's own count stands.
 */
export function citedPage(page: number | null, { printed, pageCount }: PagedSource): number | null {
  if (page === null || printed === null || pageCount === null) return page;
  const range = printedPagesOf({ id: '', type: '', page: printed });
  const complete = range !== null && range.last - range.first + 1 === pageCount;
  return complete ? range.first + page - 1 : page;
}
