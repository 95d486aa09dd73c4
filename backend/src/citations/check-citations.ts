import { authorYearMentions } from './author-year-mentions';
import type { CitationItem } from './citation-cluster';
import { parseCitations } from './parse-citations';

/** What has to be known of a source to check a citation of it. */
export interface CitableSource {
  key: string;
  /** Family or corporate names, in order. */
  authors: readonly string[];
  year: number | null;
  /** Pages of the file we hold; null when we hold none. */
  pageCount: number | null;
  /** First and last printed page, from the reference; null when it states none. */
  printedPages: { first: number; last: number } | null;
}

export interface CitationFinding {
  kind: 'unknown_key' | 'page_out_of_range' | 'unmatched_mention' | 'malformed';
  /** The place in the Markdown; `end` is exclusive. */
  start: number;
  end: number;
  /** The citation as written. */
  text: string;
  /** Plain words for the writer. */
  message: string;
}

type Place = Pick<CitationFinding, 'start' | 'end'>;

/** `[12]` or `[3, 5-7]`: a reference number, which points to nothing that we could check. */
const REFERENCE_NUMBER = /(?<![\]\\!])\[\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\](?![([:])/g;

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}'’ʼ\s-]/gu, '')
    .toLowerCase();
}

function pagesOf(value: string): number[] {
  return [...value.matchAll(/\d+/g)].map(([digits]) => Number(digits));
}

function hasPage({ pageCount, printedPages }: CitableSource, page: number): boolean {
  if (pageCount === null && printedPages === null) return true;
  const inFile = pageCount !== null && page >= 1 && page <= pageCount;
  const inPrint = printedPages !== null && page >= printedPages.first && page <= printedPages.last;
  return inFile || inPrint;
}

function itemFinding(
  item: CitationItem,
  sources: ReadonlyMap<string, CitableSource>,
): Pick<CitationFinding, 'kind' | 'message'> | null {
  const source = sources.get(item.key);
  if (source === undefined) {
    return { kind: 'unknown_key', message: `No source of this document has the key ${item.key}.` };
  }
  if (item.locator?.label !== 'page') return null;
  const outside = pagesOf(item.locator.value).find((page) => !hasPage(source, page));
  if (outside === undefined) return null;
  const message = `The source ${item.key} has no page ${String(outside)}.`;
  return { kind: 'page_out_of_range', message };
}

function mentionFindings(markdown: string, sources: readonly CitableSource[]) {
  return authorYearMentions(markdown)
    .filter(({ author, year }) => {
      const name = fold(author);
      const matches = (source: CitableSource) =>
        source.year === year && source.authors.some((other) => fold(other).endsWith(name));
      return !sources.some(matches);
    })
    .map(({ start, end, author, year }) => ({
      kind: 'unmatched_mention' as const,
      message: `No source of this document is by ${author} from ${String(year)}.`,
      start,
      end,
    }));
}

/**
 * Everything in a Markdown text that cites and cannot be resolved exactly to one of `sources`; an
 * empty list means every citation holds. Nothing is ever matched to something near.
 */
export function checkCitations(
  markdown: string,
  sources: readonly CitableSource[],
): CitationFinding[] {
  const byKey = new Map(sources.map((source) => [source.key, source]));
  const { clusters, malformed } = parseCitations(markdown);
  const unreadable = (place: Place) => ({
    start: place.start,
    end: place.end,
    kind: 'malformed' as const,
    message: 'This is not a citation that can be resolved. Write it as [@key] or [@key, p. 12].',
  });
  const numbers = [...markdown.matchAll(REFERENCE_NUMBER)].map((match) =>
    unreadable({ start: match.index, end: match.index + match[0].length }),
  );
  const unresolved = clusters.flatMap(({ start, end, items }) =>
    items
      .map((item) => itemFinding(item, byKey))
      .filter((finding) => finding !== null)
      .map((finding) => ({ ...finding, start, end })),
  );
  return [
    ...malformed.map(unreadable),
    ...numbers,
    ...unresolved,
    ...mentionFindings(markdown, sources),
  ]
    .sort((a, b) => a.start - b.start)
    .map((finding) => ({ ...finding, text: markdown.slice(finding.start, finding.end) }));
}
