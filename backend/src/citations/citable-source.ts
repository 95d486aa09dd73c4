import type { CslItem, SourceRecord } from '../sources';
import type { CitableSource } from './check-citations';

function authorsOf({ author, editor }: CslItem): string[] {
  return (author ?? editor ?? []).map(({ family, literal }) => family ?? literal ?? '');
}

function yearOf({ issued }: CslItem): number | null {
  const year = Number(issued?.['date-parts']?.[0]?.[0]);
  return Number.isInteger(year) ? year : null;
}

/** What a check of citations has to know of a source. */
export function toCitableSource({
  key,
  csl,
  pageCount,
  printedPages,
}: SourceRecord): CitableSource {
  return {
    key,
    authors: authorsOf(csl),
    year: yearOf(csl),
    pageCount,
    printedPages,
    doi: csl.DOI ?? null,
  };
}
