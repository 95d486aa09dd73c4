import type { Source } from '../../../api/generated/models';
import { type Existence, existenceOf } from './source-filter';

/** What most needs a look comes first. */
const URGENCY: Record<Existence, number> = {
  not_found: 1,
  differs: 2,
  unchecked: 3,
  open: 4,
  verified: 5,
};

const urgency = (source: Source): number =>
  source.check?.retracted === true ? 0 : URGENCY[existenceOf(source)];

type Compare = (one: Source, other: Source, collator: Intl.Collator) => number;

const ORDERS = {
  // as they came, which is as the API gives them
  added: () => 0,
  title: (one, other, collator) => collator.compare(one.title, other.title),
  // works without an author, or a year, come last
  author: (one, other, collator) =>
    Number(one.names.length === 0) - Number(other.names.length === 0) ||
    collator.compare(one.names[0] ?? '', other.names[0] ?? ''),
  year: (one, other) => (other.year ?? -Infinity) - (one.year ?? -Infinity) || 0,
  urgency: (one, other) => urgency(one) - urgency(other),
} satisfies Record<string, Compare>;

export type SourceOrder = keyof typeof ORDERS;

export const SOURCE_ORDERS = Object.keys(ORDERS) as readonly SourceOrder[];

/** @param language by whose alphabet names and titles are ordered */
export function orderSources(
  sources: readonly Source[],
  order: SourceOrder,
  language: string,
): readonly Source[] {
  const compare: Compare = ORDERS[order];
  const collator = new Intl.Collator(language, { numeric: true });
  return order === 'added'
    ? sources
    : [...sources].sort((one, other) => compare(one, other, collator));
}
