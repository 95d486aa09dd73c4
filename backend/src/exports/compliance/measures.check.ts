import type { FileFacts, Observed } from './facts';
import { broken, met, notCheckable, type Verdict } from './outcome';
import { reason } from './reason';

const MM = 25.4 / 72;

export const millimetres = (points: number): string => `${(points * MM).toFixed(1)} mm`;
export const points = (size: number): string => `${String(Math.round(size * 10) / 10)} pt`;

const total = (observed: readonly Observed<unknown>[]) =>
  observed.reduce((sum, { count }) => sum + count, 0);

/** Whether what was found is what is ruled, a few outliers aside where measures have them. */
export function compare<Value>(
  observed: readonly Observed<Value>[],
  holds: (value: Value) => boolean,
  show: (value: Value) => string,
  { precision }: Pick<FileFacts, 'precision'>,
): Verdict {
  const [most] = observed;
  if (most === undefined) return notCheckable('nothing_of_it');
  const wrong = observed.filter(({ value }) => !holds(value));
  if (total(wrong) <= total(observed) * precision.share) return met(show(most.value));
  const [worst] = wrong;
  const counts = { count: String(total(wrong)), total: String(total(observed)) };
  return broken(
    show(worst?.value ?? most.value),
    reason('differ', counts),
    wrong.map(({ where, value }) => `${where}: ${show(value)}`),
  );
}

/** The same for a measure in points. */
export function compareMeasure(
  observed: readonly Observed<number>[],
  expected: number,
  facts: FileFacts,
  show = points,
): Verdict {
  const off = (value: number) => Math.abs(value - expected);
  const verdict = compare(observed, (value) => off(value) <= facts.precision.points, show, facts);
  if (verdict.found === null || verdict.reason?.code !== 'differ') return verdict;
  const most = Math.max(...observed.map(({ value }) => off(value)));
  const why = reason('differ_by', { ...verdict.reason.values, by: show(most) });
  return broken(verdict.found, why, verdict.places);
}
