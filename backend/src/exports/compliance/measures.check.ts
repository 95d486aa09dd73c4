import type { FileFacts, Observed } from './facts';
import { broken, met, notCheckable, type Verdict } from './outcome';

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
  if (most === undefined) return notCheckable('The file has nothing that this rule is about.');
  const wrong = observed.filter(({ value }) => !holds(value));
  if (total(wrong) <= total(observed) * precision.share) return met(show(most.value));
  const [worst] = wrong;
  const detail = `${String(total(wrong))} of ${String(total(observed))} differ.`;
  return broken(
    show(worst?.value ?? most.value),
    detail,
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
  if (verdict.state !== 'broken') return verdict;
  const most = Math.max(...observed.map(({ value }) => off(value)));
  return { ...verdict, detail: `${verdict.detail ?? ''} Off by up to ${show(most)}.`.trim() };
}
