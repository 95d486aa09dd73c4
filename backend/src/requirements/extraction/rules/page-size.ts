import type { Formatting } from '../../profile/formatting';
import type { Finding } from '../finding';
import { confidenceOf, has, words } from '../lexicon';
import type { Sentence } from '../sentence';

const SIZES: readonly (readonly [NonNullable<Formatting['pageSize']>, RegExp])[] = [
  ['A4', /(?<![\p{L}\d])[AА]\s?-?4(?![\p{L}\d])|210\s?(?:mm|мм)?\s?[x×х*]\s?297/iu],
  ['A5', /(?<![\p{L}\d])[AА]\s?-?5(?![\p{L}\d])|148\s?(?:mm|мм)?\s?[x×х*]\s?210/iu],
  ['B5', /(?<![\p{L}\d])B5(?![\p{L}\d])|176\s?(?:mm)?\s?[x×х*]\s?250/iu],
  [
    'Letter',
    /(?<!\p{L})(?:US[- ]letter|letter[- ]size|letter paper|letter format)|8\s?(?:[.,]5|½|1\/2)["″]?\s?(?:-?inch|in\.?)?\s?(?:[x×х*]|by)\s?11/iu,
  ],
  ['Legal', /legal[- ](?:size|paper)|8\s?(?:[.,]5|½)["″]?\s?[x×]\s?14/iu],
];

/** A size that is said of tables or posters, or of the only pages that may be larger. */
const ELSEWHERE = words('posters?', 'плакат~', 'A3', 'fold~', 'envelope~', 'конверт~');

export function readPageSize({ text }: Sentence): Finding[] {
  if (has(text, ELSEWHERE)) return [];
  const size = SIZES.find(([, pattern]) => pattern.test(text));
  return size === undefined
    ? []
    : [{ rule: 'pageSize', value: size[0], confidence: confidenceOf(text, 0.95) }];
}
