import type { CslItem, CslName } from './csl-item';

/** The year of publication, or null when the record states none. */
export function yearOf({ issued }: CslItem): number | null {
  return issued?.['date-parts']?.[0]?.[0] ?? null;
}

/** Those who made the work: its authors, else its editors. */
export function creatorsOf({ author, editor }: CslItem): readonly CslName[] {
  return author ?? editor ?? [];
}

/** A name in reading order, particles and suffix included: `Ludwig van Beethoven`. */
export function displayName(name: CslName): string {
  const parts = [
    name.given,
    name['dropping-particle'],
    name['non-dropping-particle'],
    name.family,
    name.suffix,
  ];
  return name.literal ?? parts.filter(Boolean).join(' ');
}

/**
 * A name as edits and BibTeX take it: `van Beethoven, Ludwig`, `King, Martin Luther, Jr.`; that of
 * an organisation has no comma.
 */
export function invertedName(name: CslName): string {
  const family = [name['non-dropping-particle'], name.family].filter(Boolean).join(' ');
  const given = [name.given, name['dropping-particle']].filter(Boolean).join(' ');
  return name.literal ?? [family, given, name.suffix].filter(Boolean).join(', ');
}

export interface PrintedPages {
  first: number;
  last: number;
}

const RANGE = /^\s*(\d{1,6})\s*[-‐‑–—]+\s*(\d{1,6})\s*$/;

/** Longer ranges are page totals or typing errors rather than the place of one work. */
const MAX_RANGE = 5000;

/**
 * The printed pages that a record like `"page": "249-255"` (or `249-55`) states; null for a single
 * number, which exports use for the first page as well as for the only one, and for lists.
 */
export function printedPagesOf({ page }: CslItem): PrintedPages | null {
  const [, start, end] = RANGE.exec(page ?? '') ?? [];
  if (start === undefined || end === undefined) return null;
  const shortened = end.length < start.length;
  const full = shortened ? start.slice(0, start.length - end.length) + end : end;
  const pages = { first: Number(start), last: Number(full) };
  return pages.last >= pages.first && pages.last - pages.first < MAX_RANGE ? pages : null;
}
