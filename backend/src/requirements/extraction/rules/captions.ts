import type { Finding } from '../finding';
import { confidenceOf, findAll, firstNamed, has, words } from '../lexicon';
import type { Sentence } from '../sentence';

const TABLE = words('tables?', 'таблиц~', 'tabell[ae]', 'Tabellen?');
const FIGURE = words(
  'figures?',
  'illustrations?',
  'images?',
  'рисун~',
  'ілюстрац~',
  'figur[ae]',
  'immagin[ei]',
  'Abbildung~',
  'Bild~',
  'Grafik~',
);
const CAPTION = words(
  'captions?',
  'titles?',
  'headings?',
  'label(?:s|l?ing)?',
  'назв~',
  'підпис~',
  'номер~',
  'заголов~',
  'didascali[ae]',
  'titol[oi]',
  '\\p{L}*beschriftung~',
  'Überschrift~',
  '\\p{L}*unterschrift~',
  '\\p{L}*(?:titel|überschrift)~',
  'Legende~',
  'legends?',
);
const ABOVE = words(
  'above',
  'over',
  '(?:on|at the) top',
  'над',
  'sopra',
  'precede~',
  'in testa',
  'al di sopra',
  'oben',
  'oberhalb',
  'über',
  'Tabellenüberschrift~',
);
const BELOW = words(
  'below',
  'beneath',
  'at the bottom',
  'under(?:neath)?',
  'під',
  'sotto',
  'in calce',
  'al di sotto',
  'unten',
  'unterhalb',
  'unter',
  '\\p{L}*unterschrift~',
);

/** Parts of a sentence that each speak of tables or of figures. */
const PARTS = /[,;]\s+|\s+(?:and(?! not)|while|whereas|а|та|і|e|mentre|und|während)\s+/u;

/** `Not below the table, but above it` says where after all. */
const NOT = /(?:\bnot|nicht|non|не)\s+$/iu;

const isAt = (text: string, place: RegExp): boolean =>
  findAll(text, place).some(({ start }) => !NOT.test(text.slice(0, start)));

const placeIn = (text: string) =>
  isAt(text, ABOVE) ? 'above' : isAt(text, BELOW) ? 'below' : undefined;

function readPlaces({ text, topic }: Sentence): Finding[] {
  if (!has(text, CAPTION) && !has(topic, CAPTION)) return [];
  let subjects: ('tableCaption' | 'figureCaption')[] = [];
  const confidence = confidenceOf(text, 0.85);
  return text.split(PARTS).flatMap((part): Finding[] => {
    const named = [
      ...(has(part, TABLE) ? (['tableCaption'] as const) : []),
      ...(has(part, FIGURE) ? (['figureCaption'] as const) : []),
    ];
    subjects = named.length > 0 ? named : subjects;
    const value = placeIn(part);
    return value === undefined ? [] : subjects.map((rule) => ({ rule, value, confidence }));
  });
}

const NUMBERED = words(
  'number~',
  'indicizza~',
  'нумер~',
  'numera~',
  'nummerier~',
  'Nummerierung',
  'durchnummerier~',
);
const BY_CHAPTER = words(
  '(?:by|within|per|in each) (?:the )?chapters?',
  'chapter by chapter',
  'в межах (?:кожного )?розділ~',
  'у межах (?:кожного )?розділ~',
  'per capitolo',
  'per ogni capitolo',
  '(?:first|primo|erste|перш~) (?:number|numero|Zahl|Ziffer|цифр~|число) [^.;]{0,30}(?:chapter|capitolo|Kapitels?|розділ~)',
  'kapitelweise',
  'pro Kapitel',
  'je Kapitel',
);
const CONTINUOUS = words(
  'consecutively',
  'serially',
  'continuous~',
  'throughout',
  'sequentially',
  'in (?:the )?order (?:of (?:their )?appearance|in which they appear)',
  'наскрізн~',
  'progressiv~',
  'fortlaufend~',
  'durchgehend~',
  'durchnummerier~',
);

/** Under a heading about figures, other things may be numbered too. */
const OTHER = words(
  'pages?',
  'chapters?',
  'notes?',
  'foot-?notes?',
  'equations?',
  'сторін~',
  'розділ~',
  'виноск~',
  'формул~',
  'pagin[ae]',
  'capitol[oi]',
  'note',
  'formul[ae]',
  'Seiten?',
  'Kapitel~',
  'Fu(?:ß|ss)note~',
  'Formeln?',
);

const isOfCaptions = ({ text, topic }: Sentence): boolean =>
  [TABLE, FIGURE].some((pattern) => has(text, pattern)) ||
  (!has(text, OTHER) && [TABLE, FIGURE].some((pattern) => has(topic, pattern)));

function readNumbering(sentence: Sentence): Finding[] {
  const { text } = sentence;
  if (!isOfCaptions(sentence)) return [];
  const kinds = [
    ['by_chapter', BY_CHAPTER],
    ['continuous', CONTINUOUS],
  ] as const;
  const value = firstNamed(text, kinds);
  if (value === undefined) return [];
  const isNumbering = has(text, NUMBERED) || (value === 'by_chapter' && has(text, CAPTION));
  if (!isNumbering) return [];
  return [{ rule: 'captionNumbering', value, confidence: confidenceOf(text, 0.8) }];
}

export const readCaptions = (sentence: Sentence): Finding[] => [
  ...readPlaces(sentence),
  ...readNumbering(sentence),
];
