import type { Finding } from '../finding';
import { confidenceOf, findAll, has, words } from '../lexicon';
import type { Sentence } from '../sentence';
import { type HeadingKind, headingsBefore, qualifiesHeadings } from '../heading-kinds';
import { mentions } from '../subjects';

const BOLD = words(
  'bold(?:ed|face)?',
  'жирн~',
  'напівжирн~',
  'grassetto',
  'fett(?:gedruckt|druck)?~',
);
const CAPITALS = words(
  '(?:all )?capitals',
  'all caps',
  'upper[- ]?case',
  'capital letters',
  'велик~ літер~',
  '(?:усі|всі) велик~',
  'прописн~',
  'maiuscol[oaie]',
  'Großbuchstaben',
  'Versalien',
);
const SIDES = [
  [
    'center',
    words(
      'cent(?:ered|red|er|re)',
      'посередині',
      'по центру',
      'симетрично',
      'centrat[oiae]',
      'zentriert~',
      'mittig',
    ),
  ],
  [
    'left',
    words(
      '(?:flush|aligned) left',
      'left[- ]aligned',
      'at the left margin',
      'з абзацного відступу',
      'зліва',
      'по лівому краю',
      'allineat[oiae] a sinistra',
      'linksbündig~',
    ),
  ],
] as const;

const NEW_PAGE = words(
  'new page',
  'fresh page',
  'нової сторінки',
  'нового аркуша',
  'новій сторінці',
  'nuova pagina',
  'pagina nuova',
  'neue[nr]? Seite',
);
const NOT_NEW = /(?:\bnot\b|не|non|nicht)\s+(?:\p{L}+\s+){0,4}$/iu;

function readBold(sentence: Sentence): Finding[] {
  return findAll(sentence.text, BOLD).flatMap(({ start }) =>
    headingsBefore(sentence, start).flatMap((kind): Finding[] => {
      const before = sentence.text.slice(0, start);
      // `do not use too much bold`
      if (/(?:не|not|non|nicht)\s\S+\s(?:\S+\s){0,2}$/iu.test(before)) return [];
      const value = !/(?:не|not|non|nicht)\s*$|\bнежирн/iu.test(before);
      return [{ rule: `${kind}Bold`, value, confidence: confidenceOf(sentence.text, 0.8) }];
    }),
  );
}

function readCapitals(sentence: Sentence): Finding[] {
  const chapters = findAll(sentence.text, CAPITALS).some(({ start }) =>
    headingsBefore(sentence, start).includes('chapter'),
  );
  return chapters
    ? [{ rule: 'chapterCapitals', value: true, confidence: confidenceOf(sentence.text, 0.8) }]
    : [];
}

/** Where the number of a page stands is said of no heading. */
const PAGE_NUMBER = words('page numbers?', 'номер~ сторін~', 'numer[oi] di pagina', 'Seitenzahl~');

function headingsOf(sentence: Sentence, start: number, end: number): HeadingKind[] {
  return qualifiesHeadings(sentence, start, end)
    ? ['chapter', 'heading']
    : headingsBefore(sentence, start);
}

function readSides(sentence: Sentence): Finding[] {
  if (has(sentence.text, PAGE_NUMBER)) return [];
  return SIDES.flatMap(([value, pattern]) =>
    findAll(sentence.text, pattern).flatMap(({ start, end }) =>
      headingsOf(sentence, start, end).map((kind): Finding => ({
        rule: `${kind}Alignment`,
        value,
        confidence: confidenceOf(sentence.text, 0.8),
      })),
    ),
  );
}

function readNewPage({ text }: Sentence): Finding[] {
  const [found] = findAll(text, NEW_PAGE);
  if (found === undefined || !mentions(text, 'chapter', 'heading')) return [];
  const value = !NOT_NEW.test(text.slice(0, found.start));
  return [{ rule: 'chapterOnNewPage', value, confidence: confidenceOf(text, 0.85) }];
}

const NUMBERED = words(
  'number(?:ed|ing|s)?',
  'numeri',
  'нумер~',
  'номер~',
  'numera~',
  'nummerier~',
  'Nummerierung',
  'Gliederung~',
  'Dezimal~',
  'dezimal~',
  'decimal~',
);
const WITHOUT = words(
  '(?:not|un)[- ]?numbered',
  'without numbers',
  'не нумеру~',
  'non (?:vanno )?numerat~',
  'senza numera~',
  'nicht nummeriert',
);
const CHAPTER_WORD =
  /після слова\s+[«"“]?РОЗДІЛ|РОЗДІЛ\s+(?:1|І)|Розділ\s+1|Chapter\s+1|CHAPTER\s+1|Capitolo\s+1|CAPITOLO\s+1|(?:CAP|Cap|Kap)\.\s?1|Kapitel\s+1/u;
/** What a sentence that shows how a chapter is named speaks of as well. */
const NAMING = words(
  'headings?',
  'titled?',
  'заголов~',
  'назв~',
  'titol[oi]',
  'intestazion[ei]',
  'Überschrift~',
  '\\p{L}*überschrift~',
);
const POINT = /(?<![\d.])1\.1\.(?![\d])|без крапки/u;
const DECIMAL =
  /(?<![\d.,])(?:[12]\.1(?:\.1)?|1\.2\.3(?:\.4)?)(?![.\d])|decimal|dezimal|десятков|gerarchic|араб\p{L}* цифр/iu;

/** `Second-level heading: 1.1 Heading` numbers it, though it does not say so. */
const NUMBERED_SAMPLE = /:\s*1(?:\.1){1,2}\.?\s+\p{Lu}/u;

/** `Pages from Chapter 1 onwards` says where, and not how chapters are called. */
const FROM_CHAPTER =
  /(?:pages?|Seiten|сторінки|pagine)\s+(?:from|ab|від|з|dal?)\s|page of chapter/iu;

/** A running head shows the name of a chapter. */
const RUNNING = words('headers?', 'running heads?', 'колонтитул~', 'Kopfzeile~', 'testatin[ae]');

const BY_ITS_NAME = words('Dezimal(?:gliederung|klassifikation)~');

function readNumbering({ text, topic }: Sentence): Finding[] {
  const confidence = confidenceOf(text, 0.8);
  const found = (value: 'none' | 'decimal' | 'decimal_point' | 'chapter_word'): Finding[] => [
    { rule: 'headingNumbering', value, confidence },
  ];
  if (has(text, BY_ITS_NAME)) return found('decimal');
  if (has(text, RUNNING)) return [];
  if (!mentions(`${topic} ${text}`, 'chapter', 'heading') || FROM_CHAPTER.test(text)) return [];
  const isNumbering = has(text, NUMBERED) || NUMBERED_SAMPLE.test(text);
  if (CHAPTER_WORD.test(text) && (isNumbering || has(text, NAMING))) return found('chapter_word');
  if (!isNumbering) return [];
  if (has(text, WITHOUT) && !mentions(text, 'introduction', 'abstract', 'bibliography'))
    return found('none');
  if (/(?<![\d.])1\.1\.(?!\d)/u.test(text)) return found('decimal_point');
  if (DECIMAL.test(text) || POINT.test(text)) return found('decimal');
  return [];
}

export const HEADING_READERS = [readBold, readCapitals, readSides, readNewPage, readNumbering];
