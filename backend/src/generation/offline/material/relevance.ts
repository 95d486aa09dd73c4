/** Okapi BM25 with the usual constants (Robertson & Zaragoza 2009). */
const K1 = 1.2;
const B = 0.75;

interface Document {
  stems: Iterable<string>;
}

/** How rare a stem is among the documents; common ones weigh little. */
export function inverseDocumentFrequency(documents: readonly Document[]): Map<string, number> {
  const frequency = new Map<string, number>();
  for (const { stems } of documents) {
    for (const stem of new Set(stems)) frequency.set(stem, (frequency.get(stem) ?? 0) + 1);
  }
  const count = documents.length;
  return new Map(
    [...frequency].map(([stem, n]) => [stem, Math.log(1 + (count - n + 0.5) / (n + 0.5))]),
  );
}

/**
 * Scores of documents for a weighted query by BM25, scaled so that the best is 1. A document is
 * the set of its stems: sentences hardly repeat a word.
 */
export function relevance(
  documents: readonly { stems: ReadonlySet<string> }[],
  query: ReadonlyMap<string, number>,
): number[] {
  const idf = inverseDocumentFrequency(documents);
  const lengths = documents.map(({ stems }) => stems.size);
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, documents.length);
  const scores = documents.map(({ stems }) => {
    const norm = K1 * (1 - B + (B * stems.size) / Math.max(1, average));
    let score = 0;
    for (const [stem, weight] of query) {
      if (stems.has(stem)) score += (weight * (idf.get(stem) ?? 0) * (K1 + 1)) / (1 + norm);
    }
    return score;
  });
  const best = Math.max(...scores, 0);
  return best === 0 ? scores : scores.map((score) => score / best);
}

/** Share of common stems (Jaccard); 1 for the same, 0 for nothing in common. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let common = 0;
  for (const stem of a) if (b.has(stem)) common += 1;
  return common / (a.size + b.size - common);
}
