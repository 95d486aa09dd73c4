import type { Finding } from '../finding';
import { confidenceOf, findAll, has, words } from '../lexicon';
import { qualifiesHeadings } from '../heading-kinds';
import { lengthsIn, numberOf } from '../measures';
import type { Sentence } from '../sentence';
import { isOfText, mentions } from '../subjects';

const SPACING_WORDS = words(
  'line[- ]?spac~',
  'spac(?:ing|ed)',
  'leading',
  '(?:між)?рядков~ інтервал~',
  'інтервал~',
  'interlinea',
  'spaziatura',
  'Zeilen(?:abstand|schaltung)~',
  '[\\p{L}\\d,]*zeilig~',
);

const NAMED_SPACINGS: readonly (readonly [number, RegExp])[] = [
  [
    1.5,
    words(
      'one[- ]and[- ](?:a[- ])?half',
      'полуторн~',
      'півтор~',
      'anderthalb~',
      'eineinhalb~',
      '(?:una )?(?:riga )?e mezz[ao]',
    ),
  ],
  [2, words('double(?:[- ]spac~)?', 'подвійн~', 'doppi[ao]', 'zweizeilig~', 'doppelt~')],
  [1, words('single(?:[- ]spac~)?', 'одинарн~', 'singol[ao]', 'einzeilig~', 'einfach~')],
];

const MULTIPLE =
  /(?<![\d.,])([1-3](?:[.,]\d{1,2}|\s?½|\s1\/2)?)(?![\d]|[.,]\d|\s?(?:mm|cm|мм|см|pt|пт|in\b|["″%]|дюйм|pag|стор|p\.|inch))(?=\s?-?\s?(?:line|spac|fach|zeilig|інтервал|рядк|righe|$|[\s,;.)]))/giu;

/** `1.5`, `1,5`, `1½` and `1 1/2`. */
const multipleOf = (text: string): number =>
  /½|1\/2/.test(text) ? Number(text[0]) + 0.5 : numberOf(text);

/** What stands between two that one may choose from. */
const OR = /^\s*,?\s*(?:or|oder|bzw\.|o|oppure|або|чи)\s+(?:\S+\s+)?$/iu;

/** The multiple that a sentence states next to words about spacing; of a choice the first. */
function spacingNear(text: string, start: number, end: number): number | undefined {
  const from = Math.max(0, start - 25);
  // what a bracket after it says is of something else
  const near = text.slice(from, end) + (/^[^(]*/.exec(text.slice(end, end + 40))?.[0] ?? '');
  const distance = (at: number) => (from + at < start ? start - from - at + 12 : from + at - end);
  const named = NAMED_SPACINGS.flatMap(([value, pattern]) =>
    findAll(near, pattern).map((found) => ({ ...found, value })),
  );
  const numbers = findAll(near, MULTIPLE).map(({ match, ...place }) => ({
    ...place,
    value: multipleOf(match[1] ?? ''),
  }));
  const all = [...named, ...numbers].filter(({ value }) => value >= 1 && value <= 3);
  const [closest] = all.sort((a, b) => Math.abs(distance(a.start)) - Math.abs(distance(b.start)));
  if (closest === undefined) return undefined;
  const before = all.find((one) => OR.test(near.slice(one.end, closest.start)));
  return (before ?? closest).value;
}

/** `Text: 1.5` in a list about spacing. */
const LISTED =
  /^[^:]{1,40}:\s*([1-3](?:[.,]\d{1,2})?)\s*(?:-?\s?fach|-?zeilig|lines?|righe|рядк\p{L}*|інтервал\p{L}*)?\.?$/u;

function spacingInList({ text, topic }: Sentence): number | undefined {
  const [label] = /^[^:]{1,40}:/u.exec(text) ?? [];
  if (label === undefined || has(text, SPACING_WORDS)) return undefined;
  if (!has(topic, SPACING_WORDS) || !mentions(label, 'body')) return undefined;
  const [, number] = LISTED.exec(text) ?? [];
  // `Text: double or one and a half`
  return number === undefined ? spacingNear(text, label.length, label.length) : numberOf(number);
}

/** Spacing between paragraphs is another matter. */
const BETWEEN =
  /(?:between(?! (?:the )?lines)|within|before|after|zwischen den Abs|vor und nach|між абзац|tra i paragrafi)/iu;

export function readLineSpacing(sentence: Sentence): Finding[] {
  const { text } = sentence;
  const listed = spacingInList(sentence);
  if (listed !== undefined) return [{ rule: 'lineSpacing', value: listed, confidence: 0.85 }];
  return findAll(text, SPACING_WORDS)
    .flatMap(({ start, end, match }): Finding[] => {
      if (!isOfText(sentence, start, end)) return [];
      if (
        BETWEEN.test(text.slice(Math.max(0, start - 20), end + 20)) &&
        !/line|Zeile|рядк/iu.test(match[0])
      )
        return [];
      const value = spacingNear(text, start, end);
      return value === undefined
        ? []
        : [{ rule: 'lineSpacing', value, confidence: confidenceOf(text, 0.9) }];
    })
    .slice(0, 1);
}

const INDENT = words(
  'indent~',
  'абзац~',
  'відступ~',
  'червон~ ряд(?:ок|к~)',
  'rientr[oia]~',
  '(?:Erstzeilen)?einzug~',
  'Einrückung~',
  'einger(?:ü|ue)ckt',
);
const CHARACTERS =
  /(?:five|5|п['’ʼ]?ят\p{L}*|cinque|fünf)\s+(?:characters|spaces|letters|знак\p{L}*|символ\p{L}*|літер\p{L}*|caratteri|battute|lettere|Zeichen|Anschläge|Buchstaben)/iu;
const FIVE_CHARACTERS_MM = 12.5;
/** Centimetres, by custom. */
const BARE = /^\s*[:–—-]\s*([0-3][.,]\d{1,2})(?![\d\p{L}])/u;
const NO_INDENT = words(
  '(?:no|without|not) (?:ordinary )?(?:first[- ]line )?(?:paragraph )?indent~',
  'без (?:абзацного )?відступ~',
  '(?:senza|nessun) (?:rientr|indentazion)~',
  'ohne (?:Erstzeilen)?einzug~',
  'kein~ (?:Erstzeilen|Absatz)?einzug~',
);

/** `Відступи: зверху 20 мм` are margins. */
const OF_SIDES = /^:?\s(?:зверху|знизу|зліва|справа|ліворуч|праворуч)/u;

/** The first paragraph has none in many a text. */
const AFTER_HEADING =
  /(?:after|nach|dopo|після)\s[^.;:]{0,20}(?:heading|Überschrift|titol[oi]|заголовк)/iu;

export function readIndent(sentence: Sentence): Finding[] {
  const { text } = sentence;
  const confidence = confidenceOf(text, 0.9);
  if (has(text, NO_INDENT)) {
    return AFTER_HEADING.test(text) ? [] : [{ rule: 'paragraphIndent', value: 0, confidence }];
  }
  for (const { start, end } of findAll(text, INDENT)) {
    if (!isOfText(sentence, start, end) || OF_SIDES.test(text.slice(end))) continue;
    const near = lengthsIn(text).find((length) =>
      length.start >= end ? length.start - end < 45 : start - length.end < 12,
    );
    if (near !== undefined && near.mm <= 30)
      return [{ rule: 'paragraphIndent', value: near.mm, confidence }];
    const [, bare] = BARE.exec(text.slice(end)) ?? [];
    if (bare !== undefined)
      return [{ rule: 'paragraphIndent', value: numberOf(bare) * 10, confidence }];
    if (CHARACTERS.test(text))
      return [{ rule: 'paragraphIndent', value: FIVE_CHARACTERS_MM, confidence }];
  }
  return [];
}

const JUSTIFIED = words(
  '(?:fully )?(?<!(?:left|right)[- ])justif(?:ied|y|ication)(?! (?:the )?(?:left|right))',
  'по ширині',
  'за шириною',
  'у ширину',
  'giustificat[oaie]',
  'giustificazione',
  'Blocksatz',
  'Block(?=\\s(?:oder|bzw))',
  'вирівню~ по обох краях',
);
const LEFT = words(
  'left[- ]aligned',
  'flush left',
  'align(?:ed)? (?:to the )?left',
  'ragged right',
  'left[- ]justif(?:ied|y)',
  'justif~ (?:the )?left(?: edge| margin)?',
  'по лівому краю',
  'за лівим краєм',
  'allineat[oa] a sinistra',
  'a bandiera',
  'linksbündig~',
  'Flattersatz',
);
const NOT = /(?:\bnot?\b|do not|rather than|не|non|kein\p{L}*|nicht)\s+(?:\p{L}+\s+){0,2}$/iu;

const UNWANTED = /^\s+(?:is|are)\s+(?:discouraged|not\s)/iu;

export function readAlignment(sentence: Sentence): Finding[] {
  const { text } = sentence;
  const kinds = [
    ['justified', JUSTIFIED],
    ['left', LEFT],
  ] as const;
  const [first, second] = kinds
    .flatMap(([value, pattern]) =>
      findAll(text, pattern)
        .filter(({ start, end }) => isOfText(sentence, start, end))
        .filter(({ start, end }) => !qualifiesHeadings(sentence, start, end))
        .filter(
          ({ start, end }) => !NOT.test(text.slice(0, start)) && !UNWANTED.test(text.slice(end)),
        )
        .map(({ start, end }) => ({ value, start, end }))
        .slice(0, 1),
    )
    .sort((a, b) => a.start - b.start);
  const isChoice = first && second && OR.test(text.slice(first.end, second.start));
  return [first, ...(isChoice ? [] : [second])].flatMap((found): Finding[] =>
    found === undefined
      ? []
      : [{ rule: 'alignment', value: found.value, confidence: confidenceOf(text, 0.85) }],
  );
}
