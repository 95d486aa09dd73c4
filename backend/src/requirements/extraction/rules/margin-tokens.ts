import { findAll, has, words } from '../lexicon';
import { type Length, lengthsIn, numberOf } from '../measures';

export const MARGIN = words(
  'margins?',
  'пол[яеіь]\\p{L}{0,2}',
  'полів',
  'берег~',
  'margin[ei]',
  'marginatura',
  '(?:Seiten|Blatt)?r[aä]nd(?:er|ern|e)?',
  'Seitenabst(?:and|ände)~',
  'Heftrand~',
  'Korrekturrand~',
  '(?:Ober|Unter)rand',
  'distance~ from the (?:\\p{L}+ )?edges?',
  'відстан~ від кра~',
  'відступ~(?=:?\\s(?:зверху|знизу|зліва|справа|ліворуч|праворуч))',
  'distanz[ae] d(?:al|ai) bord[oi]',
  'Abst(?:and|ände) (?:zum|vom) (?:\\p{L}*rand|Rand)',
);

/** Lengths after these are of something else. */
const OTHER = words(
  'indent~',
  'page numbers?',
  'numer[oi] d\\p{L}+ pagin[ae]',
  'номер~',
  'Seitenzahl~',
  'відступ~',
  'абзац~',
  'rientr[oi]',
  'Einzug~',
  'Einrückung~',
  'spacing',
  'інтервал~',
  'interlinea',
  'Zeilenabstand~',
  'headers?',
  'footers?',
  'колонтитул~',
  'gutter',
  'size',
  'Format',
  'формат~',
);

export const SIDES = {
  top: words(
    'top',
    'sup\\.?',
    // `L 3 cm, R: 4 cm, O/U: 2,5 cm`
    'O(?=(?:/U)?\\s?:)',
    'upper',
    'head',
    'верхн~',
    'зверху',
    'вгорі',
    'superior[ei]',
    'alto',
    'sopra',
    'oben',
    'ober~',
    'Oberrand',
  ),
  bottom: words(
    'bottom',
    'inf\\.?',
    'U(?=\\s?:)',
    'lower',
    'foot',
    'нижн~',
    'знизу',
    'внизу',
    'inferior[ei]',
    'basso',
    'sotto',
    'unten',
    'unter~',
    'Unterrand',
  ),
  left: words(
    'left(?:-hand)?',
    'sx',
    'L(?=:?\\s?\\d)',
    'binding(?: edge| side)?',
    'inner',
    'inside',
    'spine',
    'лів~',
    'зліва',
    'ліворуч',
    'sinistr[oaie]',
    'links',
    'linke[rn]?',
    'Heftrand',
  ),
  right: words(
    'right(?:-hand)?',
    'dx',
    'R(?=:?\\s?\\d)',
    'outer',
    'outside',
    'прав~',
    'справа',
    'праворуч',
    'destr[oaie]',
    'rechts',
    'rechte[rn]?',
  ),
  sides: words('side(?= margins?)', 'laterali', 'seitlich~', 'бічн~'),
  all: words(
    'all(?: four)?(?: sides?| round| around| edges)?',
    'four sides',
    'every side',
    'each side',
    '(?:з )?(?:усіх|всіх)(?: сторін| боків)?',
    'tutti(?: i)?(?: lati)?',
    'ogni lato',
    'quattro lati',
    'чотир~ (?:сторін|боків)',
    'allen(?: vier)?(?: Seiten)?',
    'rundum',
    'rundherum',
  ),
  others: words(
    'others?',
    'remaining',
    'rest',
    'інш~',
    'решт~',
    'altr[iaoe]',
    'restanti',
    'rimanenti',
    'übrigen?',
    'andere[nr]?',
    'sonst~',
  ),
} as const;

export type Side = keyof typeof SIDES;

export const SIDE_NAMES = Object.keys(SIDES) as readonly Side[];
export type Token = { at: number } & (
  { kind: 'margin' | 'other' } | { kind: 'side'; side: Side } | { kind: 'length'; mm: number }
);

/** Numbers alone, of a range the least, are centimetres as long as no margin would be that wide. */
const BARE =
  /(?<![\p{L}\d.,])(\d{1,2}(?:[.,]\d{1,2})?)(?:\s?[-–—]\s?\d{1,2}(?:[.,]\d{1,2})?)?(?![\d\p{L}%])(?![.,]\d)/gu;
const WIDEST_CM = 8;

/** `top and bottom 2.5, right 2 cm`: a number right after a side has the unit of the others. */
function withoutUnit(text: string): Length[] {
  if (!/\d\s?(?:cm|см)/u.test(text)) return [];
  return SIDE_NAMES.flatMap((side) =>
    findAll(text, SIDES[side]).flatMap(({ end }): Length[] => {
      const [all, number] =
        /^\s*:?\s*(\d[.,]\d{1,2})(?!\d|\s?\p{L}{1,2}(?!\p{L}))/u.exec(text.slice(end)) ?? [];
      if (all === undefined || number === undefined) return [];
      return [
        {
          start: end + all.length - number.length,
          end: end + all.length,
          mm: numberOf(number) * 10,
        },
      ];
    }),
  );
}

function lengthsOf(text: string): Length[] {
  const stated = lengthsIn(text);
  if (stated.length > 0) return [...stated, ...withoutUnit(text)];
  return findAll(text, BARE).map(({ start, end, match }) => {
    const number = numberOf(match[1] ?? '');
    return { start, end, mm: number <= WIDEST_CM ? number * 10 : number };
  });
}

/** A remark in brackets, such as `(with the page number)`, is of no length beside it. */
const REMARK = /\([^()\d]{1,80}\)/gu;

const withoutRemarks = (text: string): string =>
  text.replace(REMARK, (remark) => (has(remark, OTHER) ? ' '.repeat(remark.length) : remark));

export function tokensOf(written: string): Token[] {
  const text = withoutRemarks(written);
  const sides = SIDE_NAMES.flatMap((side) =>
    findAll(text, SIDES[side]).map(({ start }): Token => ({ at: start, kind: 'side', side })),
  );
  return [
    ...sides,
    ...findAll(text, MARGIN).map(({ start }): Token => ({ at: start, kind: 'margin' })),
    ...findAll(text, OTHER).map(({ start }): Token => ({ at: start, kind: 'other' })),
    ...lengthsOf(text).map(({ start, mm }): Token => ({ at: start, kind: 'length', mm })),
  ].sort((a, b) => a.at - b.at);
}
