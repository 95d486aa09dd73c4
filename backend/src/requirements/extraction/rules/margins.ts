import type { Finding } from '../finding';
import { confidenceOf, has } from '../lexicon';
import { lengthsIn } from '../measures';
import type { Sentence } from '../sentence';
import { MARGIN, type Side, SIDE_NAMES, SIDES, type Token, tokensOf } from './margin-tokens';

interface Assigned {
  mm: number;
  sides: Side[];
}

/** Sides and lengths in the order of a sentence, those of other matters left out. */
function relevant(text: string): Token[] {
  let about = true;
  const tokens = tokensOf(text);
  return tokens.filter((token, index) => {
    // `2 cm margins` as well
    if (token.kind === 'length' && tokens[index + 1]?.kind === 'margin') about = true;
    if (token.kind === 'margin' || token.kind === 'side') about = true;
    if (token.kind === 'other') about = false;
    return about && (token.kind === 'side' || token.kind === 'length');
  });
}

const isGeneral = (side: Side) => side === 'all' || side === 'others';

/** `2 cm on all sides, with a left margin of 3 cm`: the last side is that of the last length. */
function particularLast(assigned: Assigned[]): Assigned[] {
  const [last, before] = [assigned.at(-1), assigned.at(-2)];
  if (last?.sides.length !== 0 || !before?.sides.some(isGeneral)) return assigned;
  last.sides = before.sides.filter((side) => !isGeneral(side));
  before.sides = before.sides.filter(isGeneral);
  return assigned;
}

/** `left 3 cm, right 2 cm` as well as `3 cm on the left and 2 cm on the right`. */
function assign(tokens: readonly Token[]): Assigned[] {
  const assigned: Assigned[] = [];
  const sidesFirst = tokens[0]?.kind === 'side';
  let pending: Side[] = [];
  for (const token of tokens) {
    if (token.kind === 'side') {
      if (sidesFirst) pending.push(token.side);
      else assigned.at(-1)?.sides.push(token.side);
    } else if (token.kind === 'length') {
      assigned.push({ mm: token.mm, sides: pending });
      pending = [];
    }
  }
  if (pending.length > 0)
    assigned.findLast(({ sides }) => sides.length === 0)?.sides.push(...pending);
  return particularLast(assigned);
}

const EDGES = ['top', 'right', 'bottom', 'left'] as const;

type Edges = Partial<Record<(typeof EDGES)[number], number>>;

function edgesOf(assigned: readonly Assigned[]): Edges {
  const edges: Edges = {};
  const named = (side: Side) => EDGES.find((edge) => edge === side);
  for (const { mm, sides } of assigned) {
    for (const side of sides) {
      const edge = named(side);
      if (edge !== undefined) edges[edge] ??= mm;
      if (side === 'sides') Object.assign(edges, { left: mm, right: mm });
    }
  }
  const general = assigned.find(({ sides }) => sides.some(isGeneral));
  // `2 cm margins with 3 cm along the binding edge`
  const [first, ...others] = assigned;
  const isBare = first?.sides.length === 0 && others.every(({ sides }) => sides.length > 0);
  const bare = isBare ? first : undefined;
  const rest = (general ?? bare)?.mm;
  if (rest !== undefined) for (const edge of EDGES) edges[edge] ??= rest;
  return edges;
}

const EXCEPT =
  /[,;]?\s+(?:except(?: for)?|apart from|außer|крім|окрім|tranne|eccetto|ad eccezione)\s+/iu;

/** `The other margins` leaves open which; what another sentence says of one stands. */
function certainty(text: string, named: boolean): number {
  const particular = EDGES.some((edge) => has(text, SIDES[edge]));
  if (has(text, SIDES.others) && !particular) return 0.55;
  if (lengthsIn(text).length === 0) return 0.65;
  return named ? 0.95 : 0.8;
}

/** Numbers without a unit are of margins after their names, or those of sides. */
function isOfMargins(text: string): boolean {
  const [label] = /^[^:]{1,40}(?=:\s*\d)/u.exec(text) ?? [];
  if (label !== undefined && has(label, MARGIN)) return true;
  return SIDE_NAMES.filter((side) => has(text, SIDES[side])).length >= 2;
}

const IN_A_ROW =
  /(\d{1,2}(?:[.,]\d)?(?:\s?\/\s?\d{1,2}(?:[.,]\d)?){3})\s?(mm|cm|мм|см)\s*\(([^()]{10,80})\)/u;

/** `20/20/30/15 mm (top, bottom, left, right)` as the lengths of sides. */
const sidesFirst = (text: string): string =>
  text.replace(IN_A_ROW, (_, numbers: string, unit: string, sides: string) => {
    const names = sides.split(',');
    return numbers
      .split('/')
      .map((number, index) => `${names[index] ?? ''} ${number.trim()} ${unit}`)
      .join(', ');
  });

export function readMargins({ text: written, topic }: Sentence): Finding[] {
  const text = sidesFirst(written);
  const named = has(text, MARGIN);
  if (!named && !has(topic, MARGIN)) return [];
  if (lengthsIn(text).length === 0 && !isOfMargins(text)) return [];
  // an exception is more particular than what it is taken from
  const edges = text.split(EXCEPT).map((part) => edgesOf(assign(relevant(part))));
  const merged = Object.assign({}, ...edges) as Edges;
  const confidence = confidenceOf(text, certainty(text, named));
  const rules = {
    top: 'marginTop',
    right: 'marginRight',
    bottom: 'marginBottom',
    left: 'marginLeft',
  } as const;
  return EDGES.flatMap((edge): Finding[] => {
    const value = merged[edge];
    return value === undefined || value < 5 || value > 60
      ? []
      : [{ rule: rules[edge], value, confidence }];
  });
}
