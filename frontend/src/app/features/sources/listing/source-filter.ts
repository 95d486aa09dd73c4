import type { Source } from '../../../api/generated/models';

/** What is known of the existence of a work; `open`: nobody has looked yet. */
export type Existence = 'open' | 'unchecked' | 'verified' | 'differs' | 'not_found';

export const existenceOf = ({ check }: Source): Existence => check?.state ?? 'open';

export const needsCheck = (source: Source): boolean =>
  ['open', 'unchecked'].includes(existenceOf(source));

const STATES = {
  all: () => true,
  needsCheck,
  differs: (source: Source) => existenceOf(source) === 'differs',
  notFound: (source: Source) => existenceOf(source) === 'not_found',
  mandatory: (source: Source) => source.mandatory,
  referenceOnly: (source: Source) => source.status === 'reference_only',
};

export type SourceState = keyof typeof STATES;

export const SOURCE_STATES = Object.keys(STATES) as readonly SourceState[];

/** How many sources are in each state. */
export function countStates(sources: readonly Source[]): Record<SourceState, number> {
  const counts = SOURCE_STATES.map((state) => [state, sources.filter(STATES[state]).length]);
  return Object.fromEntries(counts) as Record<SourceState, number>;
}

const mentions = ({ title, authors, year, key, container, doi }: Source, wish: string): boolean =>
  [title, ...authors, String(year ?? ''), key, container ?? '', doi ?? ''].some((text) =>
    text.toLowerCase().includes(wish),
  );

/** Those in a state that mention every word of the wish. */
export function filterSources(
  sources: readonly Source[],
  state: SourceState,
  wish: string,
): readonly Source[] {
  const words = wish.toLowerCase().split(/\s+/).filter(Boolean);
  return sources
    .filter(STATES[state])
    .filter((source) => words.every((word) => mentions(source, word)));
}
