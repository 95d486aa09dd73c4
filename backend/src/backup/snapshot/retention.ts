import type { Configuration } from '../../config';
import { timeOf } from './snapshots';

export type Keep = Configuration['backup']['keep'];

/** Of the last ones each: what has gone wrong just now is seldom wanted from yesterday. */
const RECENT = 12;

const DAY_MS = 86_400_000;

const dayOf = (id: string) => id.slice(0, 8);
const monthOf = (id: string) => id.slice(0, 6);
/** Weeks begin on Monday; the first day of 1970 was a Thursday. */
const weekOf = (id: string) => String(Math.floor((timeOf(id).getTime() / DAY_MS + 3) / 7));

/** The newest of each of the last `count` periods in which there is one. */
function newestOf(ids: readonly string[], periodOf: (id: string) => string, count: number) {
  const newest = new Map<string, string>();
  for (const id of ids) if (!newest.has(periodOf(id))) newest.set(periodOf(id), id);
  return [...newest.values()].slice(0, count);
}

/** Which backups stay, of those that are there; the newest first in and out. */
export function kept(ids: readonly string[], { days, weeks, months }: Keep): string[] {
  const staying = new Set([
    ...ids.slice(0, RECENT),
    ...newestOf(ids, dayOf, days),
    ...newestOf(ids, weekOf, weeks),
    ...newestOf(ids, monthOf, months),
  ]);
  return ids.filter((id) => staying.has(id));
}
