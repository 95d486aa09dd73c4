/** Hostile texts of rules: what patterns and reconcilers of sentences stumble over. */

const MEGABYTE = 1024 * 1024;

const sentences = (count: number, sentence: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => sentence(n)).join('\n');

/** Where a pattern may begin at every letter and fail at the last. */
const RUNS = [
  'a',
  ' ',
  '3',
  '3 ',
  '3 cm ',
  'margin ',
  'left, ',
  'between 3 and ',
  '3.000.',
  '1.',
  '(',
  '—',
  'not more than ',
  'Times New ',
  'поля ',
  'ß',
];

export const hostileRules = (): string[] => [
  ...RUNS.map((run) => run.repeat(MEGABYTE / 8)),
  ...RUNS.map((run) => `The left margin is ${run.repeat(1400 / run.length)}wide.`),
  sentences(20_000, (n) => `The left margin is ${String(10 + (n % 40))} mm.`),
  sentences(20_000, (n) => `The thesis has at least ${String(n + 10)} pages.`),
  sentences(50_000, () => 'Margins:'),
  sentences(
    5000,
    () => 'Order: title page, contents, body, bibliography, appendices, declaration.',
  ),
  'The left margin is 99999999999999999999 cm.',
  'The left margin is 1e400 cm. The font size is -12 pt. Line spacing is 0.',
  'The thesis has at most 999999 pages and at least 0 words, from 9 to 3 pages.',
  'The font is __proto__. The margin is constructor. toString 12 pt.',
  'Use Times New Roman\u0000 12 pt.',
  'The left margin is \u202e30 mm\u202c. \u200f\u200e\ufeff',
  '\ud83d\ude00'.repeat(100_000),
  'e\u0301'.repeat(200_000),
  `${'x'.repeat(10_000)} margin ${'y'.repeat(10_000)}: 3 cm.`,
  '<script>alert(1)</script> The left margin is <b>3 cm</b>.',
  "'; drop table documents; -- The left margin is 3 cm.",
  'The left margin is {{constructor.constructor("return 1")()}} mm.',
];
