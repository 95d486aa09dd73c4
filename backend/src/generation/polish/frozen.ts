import { citedPlaces, parseCitations, plainProse } from '../../citations';
import type { DocumentLanguage } from '../../common';
import { foldWord, lexiconOf, wordsOf } from '../../language';

/** What no polish may change in a block of text. */
export interface Frozen {
  /** Brackets as written, in order. */
  citations: readonly string[];
  quotations: readonly string[];
  /**
   * Numbers, with marks for the citations and quotations between them: a figure that has moved past
   * one belongs to another statement.
   */
  sequence: readonly string[];
  /** Names, acronyms and terms with how often each stands there, sorted. */
  names: readonly string[];
  /** Code, formulas, links, table cells' number and the kinds of lines, in order. */
  structure: readonly string[];
}

const QUOTATION = /“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|"[^"\n]*"/gu;
const NUMBER = /[\p{Nd}\p{No}\p{Nl}]+(?:[.,:/’'\u00a0\u202f ]?[\p{Nd}]+)*\s?[%‰°]?/gu;
const VERBATIM = /`[^`\n]*`|\$[^$\n]+\$|\]\([^()\s]*\)|https?:\/\/\S+|<[^>\n]*>|\[\^[^\]]*\]/gu;
const LINE_KIND = /^[ \t]*(?<kind>[-*+](?=[ \t])|\d{1,3}[.)](?=[ \t])|>|#{1,6}(?=[ \t])|\||```)/u;
/** Acronyms, and what is written with capitals inside. */
const ACRONYM = /^\p{L}*\p{Lu}\p{L}*\p{Lu}[\p{L}\p{N}-]*$|^\p{Lu}[\p{Lu}\p{N}-]+$/u;
const CAPITAL = /^\p{Lu}\p{Ll}/u;
/** Quotation marks, also without their partner, brackets, and what cannot be seen. */
const MARKS = /[“”«»„"[\]@\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|\p{Cc}(?<![\n\t])/gu;

/** Stand for a citation and for a quotation; letters that no script uses. */
const STANDS_FOR = { citation: '\ue000', quotation: '\ue001' };
const SEQUENCE = new RegExp(`[\ue000\ue001]|${NUMBER.source}`, 'gu');

const squeeze = (text: string): string => text.replace(/\s+/g, ' ');

function without(text: string, parts: readonly string[], instead = ' '): string {
  // as a function, since a text may hold what a replacement takes for a pattern
  return parts.reduce((rest, part) => rest.replace(part, () => instead), text);
}

/** Capitals within a sentence are a name's, but for the nouns of German. */
function namesIn(prose: string, language: DocumentLanguage, known: ReadonlySet<string>): string[] {
  const starts = new Set(
    [...prose.matchAll(/(?:^|[.!?…:]\s+|\n\s*)["“«„(]?(?=\p{L})/gu)].map(
      ({ index, 0: mark }) => index + mark.length,
    ),
  );
  const words = [...prose.matchAll(/\p{L}[\p{L}\p{M}\p{N}’'ʼ-]*/gu)];
  return words
    .filter(({ index, 0: word }) => {
      if (ACRONYM.test(word) || known.has(foldWord(word))) return true;
      return language !== 'de' && CAPITAL.test(word) && !starts.has(index);
    })
    .map(({ 0: word }) => word);
}

/** The words that are kept wherever they stand, such as authors' names and the terms of the work. */
export function keptWords(
  texts: readonly string[],
  language: DocumentLanguage,
): ReadonlySet<string> {
  const { isStopWord } = lexiconOf(language);
  const words = texts.flatMap(wordsOf).filter((word) => !isStopWord(word));
  return new Set(words.map(foldWord));
}

export function frozenOf(
  block: string,
  language: DocumentLanguage,
  known: ReadonlySet<string>,
): Frozen {
  const { clusters, malformed } = parseCitations(block);
  const spans = [...clusters, ...malformed].sort((a, b) => a.start - b.start);
  const citations = spans.map(({ start, end }) => block.slice(start, end));
  const marked = without(block, citations, ` ${STANDS_FOR.citation} `);
  const uncited = marked.replaceAll(STANDS_FOR.citation, '');
  const verbatim = uncited.match(VERBATIM) ?? [];
  const text = without(uncited, verbatim);
  const quotations = text.match(QUOTATION) ?? [];
  const unquoted = without(text, quotations);
  const facts = without(without(marked, verbatim), quotations, ` ${STANDS_FOR.quotation} `);
  const lines = block.split('\n').map((line) => {
    const kind = LINE_KIND.exec(line)?.groups?.['kind'] ?? '';
    return kind === '|' ? `|${String(line.split('|').length)}` : kind;
  });
  return {
    citations,
    quotations: quotations.map(squeeze),
    sequence: (facts.match(SEQUENCE) ?? []).map((one) => squeeze(one).trim()),
    names: namesIn(plainProse(unquoted), language, known).sort(),
    structure: [...lines, ...verbatim, ...(block.match(MARKS) ?? [])],
  };
}

const FROZEN = ['citations', 'quotations', 'sequence', 'names', 'structure'] as const;

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

/** A sentence with fewer words in common with the one it came from says something else. */
const SIMILAR = 0.4;

/** Dice's coefficient of the words of two texts: 1 for the same ones, 0 for none in common. */
export function likeness(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => new Set(wordsOf(text).map(foldWord)));
  if (left === undefined || right === undefined) return 0;
  const common = [...left].filter((word) => right.has(word)).length;
  return (2 * common) / Math.max(1, left.size + right.size);
}

/** Whether each citation still stands for what it stood for. */
function citesTheSame(draft: string, polished: string, language: DocumentLanguage): boolean {
  const before = citedPlaces(draft, language);
  const after = citedPlaces(polished, language);
  return (
    before.length === after.length &&
    before.every(({ item, claim }, index) => {
      const other = after[index];
      return other?.item.key === item.key && likeness(claim, other.claim) >= SIMILAR;
    })
  );
}

/** Whether `polished` says what `draft` says, as far as letters can prove it. */
export function isUnchanged(
  draft: string,
  polished: string,
  language: DocumentLanguage,
  known: ReadonlySet<string>,
): boolean {
  const before = frozenOf(draft, language, known);
  const after = frozenOf(polished, language, known);
  return (
    FROZEN.every((what) => same(before[what], after[what])) &&
    citesTheSame(draft, polished, language)
  );
}
