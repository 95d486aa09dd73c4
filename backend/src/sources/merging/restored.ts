import { isDeepStrictEqual } from 'node:util';
import type { CslItem } from '../csl/csl-item';
import type { SourceState } from '../importing/known-source';

/** A source as it was before it took in an entry, and right after that. */
export interface RecordedMerge {
  before: SourceState;
  after: SourceState;
}

/** What a value was before, unless it has been changed since. */
const restoredValue = (now: unknown, { before, after }: Record<'before' | 'after', unknown>) =>
  isDeepStrictEqual(now, after) ? before : now;

function restoredItem(now: CslItem, { before, after }: RecordedMerge): CslItem {
  const variables = new Set([...Object.keys(now), ...Object.keys(after.csl)] as (keyof CslItem)[]);
  const entries = [...variables].flatMap((variable) => {
    const values = { before: before.csl[variable], after: after.csl[variable] };
    const value = restoredValue(now[variable], values);
    return value === undefined ? [] : [[variable, value]];
  });
  return Object.fromEntries(entries) as CslItem;
}

/** A source without what it took in; what its owner has corrected since stays corrected. */
export function restored(now: SourceState, merge: RecordedMerge): SourceState {
  const csl = restoredItem(now.csl, merge);
  const { before, after } = merge;
  const asBefore = isDeepStrictEqual(csl, before.csl);
  const check = isDeepStrictEqual(csl, now.csl) ? now.check : asBefore ? before.check : null;
  const pageCount = now.pageCount === after.pageCount ? before.pageCount : now.pageCount;
  return { csl, pageCount, check };
}
