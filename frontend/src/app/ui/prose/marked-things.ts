// The text has one representation and one reading of it, on the server and here.
import { CROSS_REFERENCE } from '../../../../../backend/src/citations/cross-reference';
import { parseCitations } from '../../../../../backend/src/citations/parse-citations';
import { renderCitation } from '../../../../../backend/src/citations/parse-citations';
import type { CitationItem } from './prose-model';

/** What stands in a text and is no text to Markdown. */
export type MarkedThing =
  /** `ordinal`: which cited work of the text its first item is, from 0. */
  | { kind: 'citation'; items: CitationItem[]; ordinal: number }
  | { kind: 'formula'; tex: string; display: boolean }
  | { kind: 'reference'; label: string }
  /** A passage in that language begins; null ends it. */
  | { kind: 'language'; tag: string | null };

export interface FoundThing {
  thing: MarkedThing;
  /** Its place in the stored text. */
  start: number;
  /** Exclusive. */
  end: number;
}

/** As the server reads formulas: code and what is escaped comes first and stays as it is. */
const TOKEN =
  /(?<code>(`+)(?:(?!\2)[^]){1,20000}?\2)|\\[^]|\$\$(?<display>(?:(?!\n\s*\n|\$\$)[^]){1,4000}?)\$\$|\$(?![\s$])(?<inline>(?:(?!\n\s*\n)[^$\\]|\\[^]){0,4000}?(?:[^$\\\s]|\\\S))\$(?![\d$])/g;

/** A span in Pandoc's form; its language is a BCP 47 tag. */
const SPAN =
  /\[((?:[^[\]\\]|\\[^]|\[[^[\]]*\](?:\([^()\s]*\))?){1,20000}?)\](\{lang=([A-Za-z]{2,3}(?:-[A-Za-z\d]{2,8}){0,3})\})/g;

const REFERENCE = new RegExp(CROSS_REFERENCE, 'gu');

/** No text holds it: {@link foundThings} is given none. */
const TAKEN = '\uE002';

class Finder {
  readonly found: FoundThing[] = [];
  /** The text as long as it was, without what was found. */
  private left: string;

  constructor(private readonly text: string) {
    this.left = text;
  }

  citations(): void {
    let ordinal = 0;
    for (const { start, end, items } of parseCitations(this.text).clusters) {
      this.take({ thing: { kind: 'citation', items, ordinal }, start, end });
      ordinal += items.length;
    }
  }

  formulas(): void {
    const code: { start: number; end: number }[] = [];
    for (const match of this.left.matchAll(TOKEN)) {
      const { index: start, 0: source, groups = {} } = match;
      const end = start + source.length;
      if (groups['code'] !== undefined) code.push({ start, end });
      const tex = (groups['display'] ?? groups['inline'])?.trim() ?? '';
      if (tex === '' || source.includes(TAKEN)) continue;
      const display = groups['display'] !== undefined;
      this.found.push({ thing: { kind: 'formula', tex, display }, start, end });
    }
    const formulas = this.found.filter(({ thing }) => thing.kind === 'formula');
    for (const span of [...code, ...formulas]) this.blank(span);
  }

  references(): void {
    for (const { index: start, 0: source } of this.left.matchAll(REFERENCE)) {
      const end = start + source.length;
      this.take({ thing: { kind: 'reference', label: source.slice(1) }, start, end });
    }
  }

  languages(): void {
    for (const { index, 0: source, 2: closing = '', 3: tag = '' } of this.left.matchAll(SPAN)) {
      const end = index + source.length;
      this.found.push({ thing: { kind: 'language', tag }, start: index, end: index + 1 });
      const start = end - closing.length - 1;
      this.found.push({ thing: { kind: 'language', tag: null }, start, end });
    }
  }

  private take(found: FoundThing): void {
    this.found.push(found);
    this.blank(found);
  }

  private blank({ start, end }: { start: number; end: number }): void {
    const nothing = TAKEN.repeat(end - start);
    this.left = this.left.slice(0, start) + nothing + this.left.slice(end);
  }
}

/** Everything of a text that is to be kept from Markdown, in order and apart from each other. */
export function foundThings(text: string): FoundThing[] {
  const finder = new Finder(text.replaceAll(TAKEN, '\u200B'));
  finder.citations();
  if (text.includes('$')) finder.formulas();
  if (text.includes('@')) finder.references();
  if (text.includes('{lang=')) finder.languages();
  return finder.found.sort((a, b) => a.start - b.start);
}

/** Whether a citation is written as the server would write it. */
export const isCanonical = (source: string, items: readonly CitationItem[]): boolean =>
  renderCitation(items) === source;
