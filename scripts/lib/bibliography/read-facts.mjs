// @ts-check
import { NAMES, nameOf, plain, TEXTS, wordsOf, written } from './facts.mjs';

/**
 * @typedef {{ family?: string, given?: string, literal?: string, suffix?: string,
 *   'non-dropping-particle'?: string, 'dropping-particle'?: string }} Name
 * @typedef {Record<string, unknown>} Item
 */

/** Our reader is TypeScript: `tsx` runs it, and the compiler of these scripts need not follow. */
const READER = '../../../backend/src/sources/reader/bibliography/read-bibliography.ts';

/** A suffix stands where Zotero keeps it, behind the given name. @param {Name} name */
function fullName({ family, given, literal, suffix, ...particles }) {
  if (literal !== undefined) return nameOf(literal);
  const before = [particles['dropping-particle'], particles['non-dropping-particle']];
  const surname = [...before, family]
    .filter(Boolean)
    .join(' ')
    .replace(/(['’]) /g, '$1');
  return nameOf(surname, [given, suffix].filter(Boolean).join(', '));
}

/** @param {unknown} issued */
function dateFacts(issued) {
  const date = /** @type {{ 'date-parts'?: number[][], literal?: string } | undefined} */ (issued);
  const [year, month, day] = (date?.['date-parts']?.[0] ?? []).map(String);
  const one = (/** @type {string | undefined} */ part) => (part === undefined ? [] : [part]);
  const words = date?.literal === undefined ? [] : [plain(date.literal)];
  return { year: one(year), month: one(month), day: one(day), 'date in words': words };
}

/** @param {Item} csl @returns {import('./facts.mjs').Facts} */
function factsOf(csl) {
  /** @type {import('./facts.mjs').Facts} */
  const facts = { ...dateFacts(csl['issued']) };
  for (const variable of TEXTS) {
    const value = csl[variable];
    facts[variable] = typeof value === 'string' ? [written(variable, value)] : [];
  }
  for (const role of NAMES) {
    facts[role] = /** @type {Name[]} */ (csl[role] ?? []).map(fullName);
  }
  const keyword = typeof csl['keyword'] === 'string' ? wordsOf(csl['keyword']) : [];
  const notes = [csl['note'], csl['annote']].filter((one) => typeof one === 'string').map(String);
  return { ...facts, keyword, note: notes.map(plain) };
}

/**
 * What our reader makes of each entry, in the order of the file; undefined for one it refuses.
 * @param {string} input @param {'bibtex' | 'ris'} kind
 */
export async function readFacts(input, kind) {
  const { readBibliography } = await import(READER);
  const { drafts, refused } = readBibliography(input, kind, 'en');
  const entries = [
    ...drafts.map((/** @type {{ line: number, csl: Item }} */ { line, csl }) => ({
      line,
      facts: factsOf(csl),
    })),
    ...refused.map((/** @type {{ line: number }} */ { line }) => ({ line, facts: undefined })),
  ];
  return entries.sort((a, b) => a.line - b.line).map(({ facts }) => facts);
}
