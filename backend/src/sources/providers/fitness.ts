import { creatorsOf, yearOf } from '../csl/bibliographic-facts';
import type { CslItem } from '../csl/csl-item';
import type { Work } from './provider-answer';

/** Why a record cannot be cited from, in words for a person; undefined when it can. */
export function unfitness(csl: CslItem): string | undefined {
  if (csl.type === 'thesis') return 'It is a thesis, which is no published source.';
  if (creatorsOf(csl).length === 0) return 'Its record names no author.';
  if (yearOf(csl) === null) return 'Its record states no year.';
  return undefined;
}

/** The works that may be offered. Retracted ones stay, marked: who looks for one is to learn it. */
export function fit(works: readonly Work[]): Work[] {
  return works.filter(({ csl }) => unfitness(csl) === undefined);
}
