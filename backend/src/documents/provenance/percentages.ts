/** Words of a text by who wrote them as they stand. */
export interface WordShares {
  model: number;
  offline: number;
  person: number;
}

export const KINDS = ['model', 'offline', 'person'] as const;

/**
 * Whole per cents that sum to 100. What has any words has at least one per cent: no hand is
 * rounded away.
 */
export function percentages(words: WordShares): WordShares {
  const total = KINDS.reduce((sum, kind) => sum + words[kind], 0);
  const shares = { model: 0, offline: 0, person: 0 };
  if (total === 0) return shares;
  for (const kind of KINDS) {
    const exact = (words[kind] * 100) / total;
    shares[kind] = words[kind] === 0 ? 0 : Math.max(1, Math.floor(exact));
  }
  const sum = KINDS.reduce((all, kind) => all + shares[kind], 0);
  const largest = KINDS.reduce((most, kind) => (words[kind] > words[most] ? kind : most));
  shares[largest] += 100 - sum;
  return shares;
}
