import type { Formatting, FormattingProfile } from '../../../api/generated/models';

export type Rule = FormattingProfile['silences'][number];
export type Contradiction = FormattingProfile['contradictions'][number];

/** The words of each choice are texts of their own; names of things that have one need none. */
interface Choice {
  kind: 'choice';
  options: readonly string[];
  named?: true;
}

export interface Measure {
  kind: 'measure';
  unit: 'mm' | 'pt' | 'times';
  min: number;
  max: number;
  step: number;
}

interface List {
  kind: 'list';
  options: readonly string[];
  /** The fewest entries that make sense. */
  least: number;
}

export type RuleKind = Choice | Measure | List | { kind: 'yesNo' } | { kind: 'range' };

const choice = (...options: readonly string[]): Choice => ({ kind: 'choice', options });
const names = (...options: readonly string[]): Choice => ({ kind: 'choice', options, named: true });
const YES_NO: RuleKind = { kind: 'yesNo' };
const RANGE: RuleKind = { kind: 'range' };
const MARGIN: Measure = { kind: 'measure', unit: 'mm', min: 5, max: 60, step: 0.1 };
const SIZE: Measure = { kind: 'measure', unit: 'pt', min: 6, max: 28, step: 0.5 };

/** What can be ruled, and within which bounds the API takes it. */
export const RULE_KINDS: Readonly<Record<Rule, RuleKind>> = {
  pageSize: names('A4', 'A5', 'B5', 'Letter', 'Legal'),
  marginTop: MARGIN,
  marginRight: MARGIN,
  marginBottom: MARGIN,
  marginLeft: MARGIN,
  font: names('Times New Roman', 'Arial', 'Helvetica', 'Courier New'),
  fontSize: SIZE,
  footnoteSize: SIZE,
  tableSize: SIZE,
  lineSpacing: { kind: 'measure', unit: 'times', min: 0.8, max: 3, step: 0.05 },
  paragraphIndent: { kind: 'measure', unit: 'mm', min: 0, max: 30, step: 0.1 },
  alignment: choice('justified', 'left'),
  chapterSize: SIZE,
  chapterBold: YES_NO,
  chapterCapitals: YES_NO,
  chapterAlignment: choice('left', 'center', 'right'),
  chapterOnNewPage: YES_NO,
  headingSize: SIZE,
  headingBold: YES_NO,
  headingAlignment: choice('left', 'center', 'right'),
  headingNumbering: choice('none', 'decimal', 'decimal_point', 'chapter_word'),
  pageNumberPosition: choice(
    ...['top_left', 'top_center', 'top_right', 'bottom_left', 'bottom_center', 'bottom_right'],
  ),
  pageNumbersFrom: choice('title_page', 'after_title_page', 'body'),
  frontMatterNumbers: choice('arabic', 'roman'),
  partOrder: {
    kind: 'list',
    least: 2,
    options: [
      ...['title_page', 'declaration', 'acknowledgements', 'abstract', 'second_abstract'],
      ...['contents', 'list_of_figures', 'list_of_tables', 'abbreviations', 'body'],
      ...['bibliography', 'appendices'],
    ],
  },
  titlePageFields: {
    kind: 'list',
    least: 1,
    options: [
      ...['university', 'faculty', 'department', 'programme', 'document_type', 'title'],
      ...['author', 'student_id', 'supervisor', 'place', 'year'],
    ],
  },
  citationStyle: names(
    ...['apa', 'mla', 'chicago_author_date', 'chicago_notes', 'harvard', 'ieee', 'vancouver'],
    ...['iso690', 'iso690_it', 'dstu8302', 'gost'],
  ),
  lengthPages: RANGE,
  lengthWords: RANGE,
  lengthCharacters: RANGE,
  lengthCharactersNoSpaces: RANGE,
  tableCaption: choice('above', 'below'),
  figureCaption: choice('above', 'below'),
  captionNumbering: choice('continuous', 'by_chapter'),
};

export interface RuleGroup {
  id: string;
  rules: readonly Rule[];
}

/** As a student looks for them. */
export const RULE_GROUPS: readonly RuleGroup[] = [
  {
    id: 'page',
    rules: ['pageSize', 'marginTop', 'marginBottom', 'marginLeft', 'marginRight'],
  },
  {
    id: 'type',
    rules: ['font', 'fontSize', 'footnoteSize', 'lineSpacing', 'paragraphIndent', 'alignment'],
  },
  {
    id: 'headings',
    rules: [
      ...(['headingNumbering', 'chapterOnNewPage', 'chapterSize', 'chapterBold'] as const),
      ...(['chapterCapitals', 'chapterAlignment', 'headingSize', 'headingBold'] as const),
      'headingAlignment',
    ],
  },
  { id: 'numbers', rules: ['pageNumberPosition', 'pageNumbersFrom', 'frontMatterNumbers'] },
  { id: 'parts', rules: ['partOrder'] },
  { id: 'titlePage', rules: ['titlePageFields'] },
  { id: 'citations', rules: ['citationStyle'] },
  {
    id: 'length',
    rules: ['lengthPages', 'lengthWords', 'lengthCharacters', 'lengthCharactersNoSpaces'],
  },
  { id: 'captions', rules: ['tableCaption', 'figureCaption', 'captionNumbering', 'tableSize'] },
];

export const isRule = (name: string): name is Rule => name in RULE_KINDS;

/** Names that are the same in every language. */
export const STYLE_NAMES: Readonly<Record<NonNullable<Formatting['citationStyle']>, string>> = {
  apa: 'APA 7',
  mla: 'MLA 9',
  chicago_author_date: 'Chicago 17 (author, year)',
  chicago_notes: 'Chicago 17 (notes)',
  harvard: 'Harvard (Cite Them Right)',
  ieee: 'IEEE',
  vancouver: 'Vancouver',
  iso690: 'ISO 690',
  iso690_it: 'UNI ISO 690',
  dstu8302: 'ДСТУ 8302:2015',
  gost: 'ГОСТ Р 7.0.5–2008',
};

export const nameOf = (option: string): string =>
  (STYLE_NAMES as Readonly<Record<string, string>>)[option] ?? option;
