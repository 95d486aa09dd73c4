/** Cormack, Clarke and Büttcher 2009: how little the first few places of a ranking tell apart. */
const K = 60;

export interface Fused {
  id: string;
  score: number;
}

/**
 * One ranking of several, best first: who stands high in many stands high. Of equals the one that
 * the first ranking has first.
 */
export function fuse(rankings: readonly (readonly string[])[]): Fused[] {
  const scores = new Map<string, number>();
  for (const ranking of rankings) {
    for (const [place, id] of ranking.entries()) {
      scores.set(id, (scores.get(id) ?? 0) + 1 / (K + place + 1));
    }
  }
  const fused = [...scores].map(([id, score]) => ({ id, score }));
  return fused.sort((one, other) => other.score - one.score);
}
