import { findAll } from './lexicon';

const MM: Readonly<Record<string, number>> = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72 };

const UNIT =
  '(mm|мм|millim\\p{L}+|міліметр\\p{L}*|cm|см|ctm|centim\\p{L}+|Zentimeter\\p{L}*|сантиметр\\p{L}*|(?:-?\\s?)inch(?:es)?|in\\.?(?=[\\s,;.)]|$)|pollic[ei]|Zoll|дюйм\\p{L}*|["″]|pt|пт)';
/** With a space that does not belong there, as in `1, 25 cm`, too. */
const NUMBER = '(\\d{1,3}(?:[.,]\\d{1,2})?|[01],\\s(?:25|27|5|75)|½|¾|one|half an|one-half|a)';

const LENGTH = new RegExp(
  `(?<![\\p{L}\\d.,])${NUMBER}(?:(?:\\s?[-–—]\\s?|\\s(?:to|and|bis|und|до|та|і|a|e)\\s)\\d[\\d.,]*)?\\s?-?\\s?${UNIT}(?!\\p{L})`,
  'giu',
);

/** As Italians also write it: `cm 3`. */
const UNIT_FIRST =
  /(?<![\p{L}\d])(?<!\d\s?)(cm|mm|см|мм)\.?\s(\d{1,3}(?:[.,]\d{1,2})?)(?![\d%]|[.,]\d|\s?(?:mm|cm|мм|см|pt|пт)(?!\p{L}))/giu;

const WORD_NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  a: 1,
  '½': 0.5,
  '¾': 0.75,
  'half an': 0.5,
  'one-half': 0.5,
};

function unitOf(text: string): number {
  const unit = text.toLowerCase().replace(/[\s-]/g, '');
  if (/^(?:mm|мм|millim|мілі)/.test(unit)) return MM['mm'] ?? 1;
  if (/^(?:cm|см|cent|zent|сант)/.test(unit)) return MM['cm'] ?? 1;
  if (/^(?:pt|пт)/.test(unit)) return MM['pt'] ?? 1;
  return MM['in'] ?? 1;
}

export const numberOf = (text: string): number =>
  WORD_NUMBERS[text.toLowerCase()] ?? Number(text.replace(/,\s?/, '.'));

export interface Length {
  start: number;
  end: number;
  /** Rounded to a hundredth. */
  mm: number;
}

/**
 * The lengths in a text, in mm, cm, inches or points: of a range the least, and not again what
 * stands behind it in another unit, as in `4 cm (1½ inches)`.
 */
export function lengthsIn(text: string): Length[] {
  const usual = findAll(text, LENGTH).map(({ match: [, number = '', unit = ''], ...place }) => ({
    ...place,
    number,
    unit,
  }));
  const unitFirst = findAll(text, UNIT_FIRST).map(
    ({ match: [, unit = '', number = ''], ...place }) => ({ ...place, number, unit }),
  );
  return [...usual, ...unitFirst]
    .sort((one, other) => one.start - other.start)
    .filter(({ start }, index, all) => {
      const before = all[index - 1];
      return before === undefined || !/^\s*\(\s*\d?$/.test(text.slice(before.end, start));
    })
    .map(({ start, end, number, unit }) => ({
      ...{ start, end },
      mm: Math.round(numberOf(number) * unitOf(unit) * 100) / 100,
    }));
}
