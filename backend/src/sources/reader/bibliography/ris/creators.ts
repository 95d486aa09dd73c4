import { BOOKS, CHAPTERS, ENTRIES, FILMS, LETTERS, PAPERS, REPORTS } from './types';

type Rule = readonly [role: string, types?: ReadonlySet<string>];

const only = (...types: string[]): ReadonlySet<string> => new Set(types);
const join = (...sets: ReadonlySet<string>[]) => new Set(sets.flatMap((set) => [...set]));

/** What those are to the work whom a tag names; the first rule that fits counts.
 * Of court cases and patents it names a reporter or an office. */
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  AU: [['editor', only('EDBOOK')], ['author']],
  A1: [['author']],
  ED: [['editor']],
  A2: [
    ['collection-editor', join(BOOKS, REPORTS, only('COMP', 'ELEC', 'MAP', 'WEB'))],
    ['performer', join(FILMS, only('SLIDE', 'SOUND'))],
    ['recipient', LETTERS],
    ['producer', only('DATA')],
    ['author', only('BILL')],
    ['container-title', only('CASE')],
    ['contributor', only('CHART', 'CTLG', 'FIGURE', 'HEAR', 'PAMP', 'THES')],
    ['authority', only('LEGAL', 'PAT')],
    ['editor'],
  ],
  A3: [
    ['editor', BOOKS],
    ['producer', FILMS],
    ['collection-editor', join(CHAPTERS, ENTRIES, PAPERS, only('GEN', 'JOUR', 'MAP', 'MUSIC'))],
    ['illustrator', only('BLOG')],
    ['contributor'],
  ],
  A4: [['contributor', join(PAPERS, FILMS, only('CASE', 'DATA'))], ['translator']],
};

/** A role of CSL; undefined for a tag that names nobody. */
export function roleOf(tag: string, type: string): string | undefined {
  return RULES[tag]?.find(([, types]) => types?.has(type) ?? true)?.[0];
}

/**
 * `Family, Given, Suffix`; without a comma a single word is a person's, and several are an
 * organisation's.
 */
export function toName(value: string): Record<string, string> {
  const [family = '', given, ...suffix] = value.split(/\s*,\s*/).filter((part) => part !== '');
  if (given === undefined) return family.includes(' ') ? { literal: family } : { family };
  const name = { family, given };
  return suffix.length === 0 ? name : { ...name, suffix: suffix.join(', ') };
}
