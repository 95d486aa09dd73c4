import type { Finding } from '../finding';
import { confidenceOf, findAll, has, words } from '../lexicon';
import type { Sentence } from '../sentence';
import { headingsBefore } from '../heading-kinds';
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
    headingsBefore(sentence, start).map((kind): Finding => {
      const value = !/(?:не|not|non|nicht)\s*$|\bнежирн/iu.test(sentence.text.slice(0, start));
      return { rule: `${kind}Bold`, value, confidence: confidenceOf(sentence.text, 0.8) };
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

function readSides(sentence: Sentence): Finding[] {
  return SIDES.flatMap(([value, pattern]) =>
    findAll(sentence.text, pattern).flatMap(({ start }) =>
      headingsBefore(sentence, start).map((kind): Finding => ({
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
  /РОЗДІЛ\s+(?:1|І)|Розділ\s+1|Chapter\s+1|CHAPTER\s+1|Capitolo\s+1|CAPITOLO\s+1|(?:CAP|Cap|Kap)\.\s?1|Kapitel\s+1/u;
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
  /(?<![\d.,])1\.1(?:\.1)?(?![.\d])|decimal|dezimal|десятков|gerarchic|араб\p{L}* цифр/iu;

/** `Second-level heading: 1.1 Heading` numbers it, though it does not say so. */
const NUMBERED_SAMPLE = /:\s*1(?:\.1){1,2}\.?\s+\p{Lu}/u;

function readNumbering({ text, topic }: Sentence): Finding[] {
  if (!mentions(`${topic} ${text}`, 'chapter', 'heading')) return [];
  const confidence = confidenceOf(text, 0.8);
  const found = (value: 'none' | 'decimal' | 'decimal_point' | 'chapter_word'): Finding[] => [
    { rule: 'headingNumbering', value, confidence },
  ];
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
