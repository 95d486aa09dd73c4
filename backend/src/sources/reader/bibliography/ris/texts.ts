import { ARTICLES, BOOKS, CHAPTERS, PAGES_OF_THE_WEB, PAPERS, REPORTS } from './types';

type Types = ReadonlySet<string>;

/** A variable for the records of some types; the first rule that fits counts. */
type Rule = readonly [variable: string, types?: Types];

const only = (...types: string[]): Types => new Set(types);
const join = (...sets: Types[]): Types => new Set(sets.flatMap((set) => [...set]));

/** Articles of which `M1` states the issue. */
const NUMBERED = new Set([...ARTICLES].filter((type) => type !== 'CTLG' && type !== 'NEWS'));

const LAWS = only('BILL', 'HEAR', 'STAT');

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
    ['publisher', only('THES')],
    ['title-short', only('CASE')],
    ['container-title'],
  ],
  T3: [['authority', only('BILL', 'HEAR')], ['collection-title']],
  C3: [
    ['container-title', PAPERS],
    ['dimensions', only('ART')],
  ],
  JF: [['container-title']],
  JO: [['container-title'], ['container-title-short']],
  JA: [['container-title-short']],
  J1: [['container-title-short']],
  J2: [['container-title-short']],
  VL: [['version', only('PAT')], ['', PAGES_OF_THE_WEB], ['volume']],
  IS: [
    ['number-of-volumes', CHAPTERS],
    ['version', only('DATA')],
    ['number', only('PAT')],
    ['issue'],
  ],
  M1: [
    ['collection-number', BOOKS],
    ['issue', join(NUMBERED, PAPERS)],
    ['number-of-volumes', CHAPTERS],
    ['call-number', only('PAT')],
    ['', join(PAGES_OF_THE_WEB, only('CASE', 'CTLG', 'LEGAL', 'NEWS'))],
    ['number'],
  ],
  M3: [['genre']],
  NV: [['number', only('DATA')], ['number-of-volumes']],
  PB: [['authority', only('CASE')], ['publisher']],
  ET: [['chapter-number', LAWS], ['version', only('COMP', 'DATA')], ['edition']],
  SE: [['', only('CASE')], ['chapter-number', CHAPTERS], ['section']],
  SV: [['number', only('CASE')], ['collection-number']],
  LA: [['language']],
  ST: [['title-short']],
  CN: [['call-number']],
  AB: [['abstract']],
  N2: [['abstract']],
  CP: [['issue']],
};

/** The variables that a tag may stand for in records of a type, the likeliest first. */
export function variablesOf(tag: string, type: string): string[] | undefined {
  return RULES[tag]?.filter(([, types]) => types?.has(type) ?? true).map(([variable]) => variable);
}
