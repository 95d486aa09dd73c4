import {
  ARTICLES,
  BOOKS,
  CHAPTERS,
  COLLECTIONS_OF_DATA,
  LETTERS,
  PAGES_OF_THE_WEB,
  PAPERS,
  PICTURES,
  REPORTS,
} from './types';

type Types = ReadonlySet<string>;

/** A variable for the records of some types, the first that fits counts; none where it is left out. */
type Rule = readonly [variable: string, types?: Types];

const only = (...types: string[]): Types => new Set(types);
const join = (...sets: Types[]): Types => new Set(sets.flatMap((set) => [...set]));

/** Articles of which `M1` states the issue. */
const NUMBERED = new Set([...ARTICLES].filter((type) => type !== 'CTLG' && type !== 'NEWS'));

const LAWS = only('BILL', 'HEAR', 'STAT');

/** Works that stand alone: an abbreviated title of theirs is their own. */
const ALONE = join(BOOKS, REPORTS, LETTERS, only('COMP', 'DATA', 'MAP', 'THES'));

/** Whose tags for a series hold remarks on how the matter went on, or a title in another language. */
const CASES = only('CASE', 'LEGAL', 'PAT', 'STAT', 'UNBILL');

/** The variables that a tag of one line stands for. Tags that are not here are left to the library. */
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  TI: [['title']],
  T1: [['title']],
  CT: [['title']],
  BT: [['title', join(BOOKS, only('MANSCPT', 'UNPB'))], ['container-title']],
  T2: [
    ['event-title', join(PAPERS, only('SLIDE'))],
    ['collection-title', join(BOOKS, REPORTS, only('COMP', 'MAP'))],
    ['section', only('HEAR')],
    ['division', only('THES')],
    ['title-short', only('CASE')],
    ['container-title'],
  ],
  T3: [
    ['authority', only('BILL', 'HEAR')],
    ['volume-title', only('ANCIENT')],
    ['publisher', only('BLOG')],
    ['collection-number', only('STAND')],
    ['', join(CASES, only('BLOG'))],
    ['collection-title'],
  ],
  C3: [
    ['container-title', PAPERS],
    ['dimensions', only('ART')],
  ],
  JF: [['container-title']],
  JO: [['container-title'], ['container-title-short']],
  JA: [['container-title-short']],
  J1: [['container-title-short']],
  J2: [['title-short', ALONE], ['container-title-short']],
  VL: [
    ['version', only('PAT')],
    ['edition', only('COMP')],
    ['genre', only('THES')],
    ['number', only('PAMP', 'STAND')],
    ['dimensions', PICTURES],
    ['', join(PAGES_OF_THE_WEB, PICTURES, only('STAND', 'THES'))],
    ['volume'],
  ],
  IS: [
    ['number-of-volumes', CHAPTERS],
    ['version', only('DATA')],
    ['number', only('PAT')],
    ['issue'],
  ],
  M1: [
    ['collection-number', join(BOOKS, only('CTLG', 'PAMP'))],
    ['issue', join(NUMBERED, PAPERS)],
    ['number-of-volumes', CHAPTERS],
    ['call-number', only('PAT')],
    ['dimensions', only('ART')],
    ['status', only('GRANT')],
    ['', join(PAGES_OF_THE_WEB, only('ART', 'CASE', 'LEGAL', 'MULTI', 'NEWS', 'STAND'))],
    ['number'],
  ],
  M3: [['genre']],
  NV: [
    ['number', only('DATA')],
    ['collection-number', only('RPRT')],
    ['container-title-short', only('CASE')],
    ['number-of-volumes'],
  ],
  PB: [['authority', only('CASE')], ['publisher']],
  ET: [
    ['chapter-number', LAWS],
    ['version', join(COLLECTIONS_OF_DATA, PICTURES, only('COMP'))],
    // when it appeared online, what the material is, how a court went on
    ['', join(LETTERS, only('CASE', 'GRANT', 'JOUR', 'MANSCPT', 'PAT'))],
    ['edition'],
  ],
  SE: [['', only('CASE')], ['chapter-number', CHAPTERS], ['section']],
  SV: [['number', only('CASE')], ['collection-number']],
  LA: [['language']],
  // as Zotero writes and reads it: CSL has no variable of its own for an application's predecessors
  OP: [['issue', only('PAT')]],
  ST: [['title-short']],
  CN: [['call-number']],
  AB: [['abstract']],
  N2: [['abstract']],
  CP: [['issue']],
};

/**
 * The variables that a tag may stand for in records of a type, the likeliest first; undefined where
 * the library is asked.
 */
export function variablesOf(tag: string, type: string): string[] | undefined {
  const rules = RULES[tag]?.filter(([, types]) => types?.has(type) ?? true) ?? [];
  if (rules.length === 0) return undefined;
  const variables = rules.map(([variable]) => variable);
  const end = variables.indexOf('');
  return end === -1 ? variables : variables.slice(0, end);
}
