import { findAll, words } from '../lexicon';
import { type Length, lengthsIn, numberOf } from '../measures';

export const MARGIN = words(
  'margins?',
  'пол[яеіь]\\p{L}{0,2}',
  'полів',
  'берег~',
  'margin[ei]',
  'marginatura',
  '(?:Seiten|Blatt)?r[aä]nd(?:er|ern|e)?',
  'Heftrand~',
  'Korrekturrand~',
  '(?:Ober|Unter)rand',
  'distance~ from the (?:\\p{L}+ )?edges?',
  'відстан~ від кра~',
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

/** Numbers alone are centimetres as long as no margin would be that wide. */
const BARE = /(?<![\p{L}\d.,])(\d{1,2}(?:[.,]\d{1,2})?)(?![\d\p{L}%])(?![.,]\d)/gu;
const WIDEST_CM = 8;

function lengthsOf(text: string): Length[] {
  const stated = lengthsIn(text);
  if (stated.length > 0) return stated;
  return findAll(text, BARE).map(({ start, end, match }) => {
    const number = numberOf(match[0]);
    return { start, end, mm: number <= WIDEST_CM ? number * 10 : number };
  });
}

export function tokensOf(text: string): Token[] {
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
