import type { DocumentLanguage } from '../common';
import { type AuthorYearMention, authorYearMentions } from './author-year-mentions';
import type { CitationItem } from './citation-cluster';
import { foldName } from './names/fold-name';
import { isInflected } from './names/inflected-name';
import { otherForms } from './other-forms';
import { parseCitations } from './parse-citations';
import { VisibleText } from './visible-text';
import { workIdentifiers } from './work-identifiers';

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
  /** Null or left out when the reference states none. */
  doi?: string | null;
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

type Found = Omit<CitationFinding, 'text'>;

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

/** The sources that a check knows, and the language whose endings their authors' names may have. */
class Library {
  constructor(
    readonly sources: readonly CitableSource[],
    private readonly language: DocumentLanguage | undefined,
  ) {}

  hasWork(mention: Pick<AuthorYearMention, 'author' | 'year'>): boolean {
    return this.sources.some(
      ({ authors, year }) =>
        (mention.year === null || year === mention.year) &&
        authors.some((author) => this.isNamed(mention, author)),
    );
  }

  private isNamed(mention: Pick<AuthorYearMention, 'author' | 'year'>, author: string): boolean {
    if (foldName(author).endsWith(foldName(mention.author))) return true;
    // a case of the name alone would say too little
    if (this.language === undefined || mention.year === null) return false;
    return isInflected(mention.author, author, this.language);
  }
}

function unmatched({ start, end, author, year }: AuthorYearMention): Found {
  const from = year === null ? '' : ` from ${String(year)}`;
  const message = `No source of this document is by ${author}${from}.`;
  return { kind: 'unmatched_mention', start, end, message };
}

const SENTENCE_END = /[.!?…]["”»“)]?\s+(?=\p{Lu})|\n/u;

/** Sentences are not longer; what is further away need not be looked at. */
const SENTENCE_LENGTH = 1000;

/** Whether a citation stands in the same sentence, right or left of a place. */
function isCited(text: string, { start, end }: AuthorYearMention): boolean {
  const right = text.slice(end, end + SENTENCE_LENGTH);
  const left = text.slice(Math.max(0, start - SENTENCE_LENGTH), start);
  const stop = SENTENCE_END.exec(right)?.index ?? right.length;
  const ends = [...left.matchAll(new RegExp(SENTENCE_END, 'gu'))].at(-1);
  const own = left.slice(ends === undefined ? 0 : ends.index + ends[0].length);
  return [own, right.slice(0, stop)].some((part) => parseCitations(part).clusters.length > 0);
}

function mentionFindings(visible: VisibleText, library: Library): Found[] {
  const prose = visible.withoutEmphasis();
  return authorYearMentions(prose.text)
    .filter((mention) => !library.hasWork(mention))
    .filter((mention) => !mention.loose || !isCited(prose.text, mention))
    .map((mention) => ({ ...unmatched(mention), ...prose.original(mention) }));
}

/** What is written beside the key in a bracket may not cite in another way. */
function asideFindings({ prefix, suffix }: CitationItem, library: Library) {
  return [prefix, suffix]
    .flatMap((aside) => authorYearMentions(`(${aside})`))
    .filter((mention) => !library.hasWork(mention))
    .map(unmatched);
}

function identifierFindings({ text }: VisibleText, sources: readonly CitableSource[]): Found[] {
  const known = new Set(sources.map(({ doi }) => doi?.toLowerCase()));
  return workIdentifiers(text)
    .filter(({ value }) => !known.has(value))
    .map(({ start, end, value }) => {
      const message = `No source of this document is ${value}.`;
      return { kind: 'unmatched_mention', start, end, message };
    });
}

const UNREADABLE =
  'This is not a citation that can be resolved. Write it as [@key] or [@key, p. 12].';
const NOT_SEEN = 'This citation holds characters that cannot be seen, or stand for others.';

function clusterFindings(markdown: string, visible: VisibleText, library: Library): Found[] {
  const byKey = new Map(library.sources.map((source) => [source.key, source]));
  const { clusters, malformed } = parseCitations(visible.text);
  const unreadable = malformed.map(({ start, end }) => {
    return { kind: 'malformed' as const, start, end, message: UNREADABLE };
  });
  const unresolved = clusters.flatMap(({ start, end, items }) => {
    const written = visible.original({ start, end });
    if (markdown.slice(written.start, written.end) !== visible.text.slice(start, end)) {
      return [{ kind: 'malformed' as const, start, end, message: NOT_SEEN }];
    }
    return items
      .flatMap((item) => [itemFinding(item, byKey) ?? [], asideFindings(item, library)].flat())
      .map((finding) => ({ ...finding, start, end }));
  });
  return [...unreadable, ...unresolved];
}

/** Without those that lie within a longer one. */
function outermost(found: readonly Found[]): Found[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  let widest: Found | undefined;
  return sorted.filter((one) => {
    const within =
      widest !== undefined &&
      one.end <= widest.end &&
      one.end - one.start < widest.end - widest.start;
    if (widest === undefined || one.end > widest.end) widest = one;
    return !within;
  });
}

/**
 * Everything in a Markdown text that cites and cannot be resolved exactly to one of `sources`; an
 * empty list means every citation holds. Nothing is ever matched to something near.
 * @param language whose cases the names of authors may stand in
 */
export function checkCitations(
  markdown: string,
  sources: readonly CitableSource[],
  language?: DocumentLanguage,
): CitationFinding[] {
  const visible = VisibleText.of(markdown);
  const library = new Library(sources, language);
  const inVisible = [
    ...clusterFindings(markdown, visible, library),
    ...otherForms(visible.text).map((form) => ({ ...form, kind: 'malformed' as const })),
    ...identifierFindings(visible, sources),
  ];
  const found = [
    ...inVisible.map((finding) => ({ ...finding, ...visible.original(finding) })),
    ...mentionFindings(visible, library),
  ];
  return outermost(found).map((finding) => {
    return { ...finding, text: markdown.slice(finding.start, finding.end) };
  });
}
