import type { CslItem } from './csl-item';

/** Fills what `known` leaves blank from `other`; never overwrites. */
export function mergeItems(known: CslItem, other: CslItem): CslItem {
  const merged = { ...other, ...known };
  return known.type === 'document' ? { ...merged, type: other.type } : merged;
}
