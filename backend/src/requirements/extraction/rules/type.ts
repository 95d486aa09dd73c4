import type { Formatting, Rule } from '../../profile/formatting';
import type { Finding } from '../finding';
import { confidenceOf, findAll, type Found, has, inOneScript, words } from '../lexicon';
import { numberOf } from '../measures';
import type { Sentence } from '../sentence';
import { headingsAt } from '../heading-kinds';
import type { Subject } from '../subject-words';
import { isOfText, mentions, subjectsAt } from '../subjects';

const FONTS: readonly (readonly [NonNullable<Formatting['font']>, RegExp])[] = [
  ['Times New Roman', words('Times(?: New)? Roman', 'TNR', 'Times')],
  ['Arial', words('Arial(?! (?:Narrow|Black))')],
  ['Helvetica', words('Helvetica')],
  ['Courier New', words('Courier(?: New)?')],
];

/** Typefaces that rules ask for and no open one stands for here. */
const OTHER_FONTS = words(
  'Calibri',
  'Cambria',
  'Garamond',
  'Georgia',
  'Verdana',
  'Palatino(?: Linotype)?',
  'Book Antiqua',
  'Tahoma',
  'Century(?: Schoolbook)?',
  'Computer Modern',
  'Aptos',
  'Lucida~',
);

/** The first typeface that a sentence names for the text; others are alternatives. */
export function readFont(sentence: Sentence): Finding[] {
  const text = inOneScript(sentence.text);
  const named = FONTS.flatMap(([value, pattern]) =>
    findAll(text, pattern).map(({ start, end }) => ({ value, start, end })),
  ).sort((a, b) => a.start - b.start);
  const first = named.find(({ start, end }) => isOfText(sentence, start, end));
  // `Arial, in the text as well as in footnotes`
  const only = new Set(named.map(({ value }) => value)).size === 1 && mentions(text, 'body');
  const value = first?.value ?? (only ? named[0]?.value : undefined);
  return value === undefined ? [] : [{ rule: 'font', value, confidence: confidenceOf(text, 0.9) }];
}

/** A typeface that the rules ask for and that cannot be set; undefined for none. */
export function otherFontIn({ text }: Sentence): string | undefined {
  if (FONTS.some(([, pattern]) => has(text, pattern))) return undefined;
  return findAll(text, OTHER_FONTS)[0]?.match[0];
}

const SIZE = '(\\d{1,2}(?:[.,]5)?)';
/** Of a choice or a range the first: `12 o 13 punti`, `14–16 pt`. */
const CHOICE = '(?:\\s?(?:[-–—/]|to|or|до|або|чи|o|oppure|bis|oder)\\s?\\d{1,2}(?:[.,]5)?)?';
const SIZES = new RegExp(
  `(?<![\\p{L}\\d.,])${SIZE}${CHOICE}\\s?[-‑–]?\\s?(?:(?:pt|pts|points?|пт|пунктів|пункти|пунктам~?|punt[io]|Punkte?|pkt)(?!\\p{L})\\.?|(?:-?\\s?(?:й|го|м|им))?\\s?(?:кегл\\p{L}*|шрифтом))` +
    `|(?:(?<!\\p{L})(?:type|font|point|text)?\\s?size|кегл\\p{L}*|розмір\\p{L}*(?:\\s+шрифт\\p{L}*)?|шрифт\\p{L}*|corpo(?! del)|grandezza|dimension\\p{L}*(?: del carattere)?|Schriftgr(?:ö(?:ß|ss)e|ad)|(?<!\\p{L})Größe|Times New Roman|Arial)(?:(?:\\s\\p{L}+){1,6}(?=\\s?:)|\\s?\\([^()\\d]{1,20}\\))?\\s*(?:of|:|,|[-–—=]|von|is|beträgt|не менше|\\()?\\s*[«“„"]?${SIZE}(?![\\d.,]*\\s?(?:mm|cm|мм|см|%))(?!\\d)`,
  'giu',
);

/** Points of white space, not of type. */
const SPACE_AFTER =
  /^[)\s]*(?:before|after|spac|leading|interval|інтервал|відступ|Abstand|spaziatura|prima|dopo|vor\b|nach\b)/iu;
const SPACE_BEFORE =
  /(?:Abstand|spacing|spaziatura)(?!.*(?:Schrift|font|corpo))[^\d.,;:]{1,60}(?:ca\.\s?)?$|(?:spac(?!ed)\p{L}*|Abstand|spaziatura|інтервал\p{L}*|відступ\p{L}*|before|after|indent\p{L}*)\s*(?:of|von|di|:|[-–])?\s*(?:\(\s*)?(?:(?:e\.\s?g\.|z\.\s?B\.|ca\.|напр\.|ad es\.)\s*)?$/iu;

type SizeRule = Exclude<Extract<Rule, `${string}Size`>, 'pageSize'>;

const SIZE_RULES: Partial<Record<Subject, SizeRule>> = {
  body: 'fontSize',
  footnote: 'footnoteSize',
  table: 'tableSize',
};

/** `12, or 10 for footnotes`: a number alone, once one that is a size stands before it. */
const ALSO =
  /(?<=[,;(]\s?|(?<!\p{L})(?:or|and|та|і|або|e|o|und|oder)\s)(\d{1,2}(?:[.,]5)?)(?=\s(?:for|in|per|nelle|für|bei|in den|для|у|в)\s)/giu;

function sizesIn(text: string): Found[] {
  const sizes = findAll(text, SIZES);
  const [first] = sizes;
  if (first === undefined) return [];
  return [...sizes, ...findAll(text, ALSO).filter(({ start }) => start >= first.end)];
}

/** Sizes of type, each for what it is said of. */
export function readSizes(stated: Sentence): Finding[] {
  const sentence = { ...stated, text: inOneScript(stated.text) };
  const { text } = sentence;
  return sizesIn(text).flatMap(({ start, end, match }): Finding[] => {
    const value = numberOf(match[1] ?? match[2] ?? '');
    if (value < 6 || value > 28) return [];
    if (SPACE_AFTER.test(text.slice(end)) || SPACE_BEFORE.test(text.slice(0, start))) return [];
    // in `size of the notes: 9` the notes are named before the number
    const at = match[2] === undefined ? start : end - match[2].length;
    const subjects = subjectsAt(sentence, at, end);
    if (subjects.includes('table') && mentions(text, 'caption')) return [];
    const rules: SizeRule[] = [
      ...subjects.flatMap((subject) => SIZE_RULES[subject] ?? []),
      ...headingsAt(sentence, at, end).map((kind) => `${kind}Size` as const),
    ];
    // what is said of all headings is less than what is said of some
    const isGeneral = rules.includes('chapterSize') && rules.includes('headingSize');
    const confidence = confidenceOf(text, isGeneral ? 0.88 : 0.9);
    return rules.map((rule) => ({ rule, value, confidence }));
  });
}
