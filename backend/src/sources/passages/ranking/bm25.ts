/** Okapi BM25's usual constants: saturation of repeated words, weight of the passage's length. */
const K1 = 1.2;
const B = 0.75;

/** A word in more passages than this share tells none of them from the others. */
const COMMON_SHARE = 0.6;

/**
 * A query is spoken about if one passage shares this part of its words, or of their weight (rare
 * words weigh more). Below that, what matches is chance: measured with topics on and off the
 * sample library, the best passage has 0.18 to 1 of the weight or 0.37 to 1 of the words for the
 * former, at most 0.16 and 0.29 for the latter.
 */
export const SPOKEN_ABOUT = { words: 0.3, weight: 0.17 };

/** How many words of a query a passage has to share; the longer it is, the more match by chance. */
export function wordsToShare(words: number): number {
  if (words < 3) return 1;
  return words < 12 ? 2 : 3;
}

/** The weight of a word that `matching` of `total` passages have: the rarer, the more it says. */
export const idf = (total: number, matching: number): number =>
  Math.log(1 + (total - matching + 0.5) / (matching + 0.5));

/** Whether a word tells passages from one another. */
export const isTelling = (total: number, matching: number): boolean =>
  matching > 0 && matching <= COMMON_SHARE * total;

/**
 * What a word that occurs `frequency` times in a passage adds to its score, per unit of its idf
 * (Robertson and Zaragoza 2009). `length` is the passage's, relative to the mean.
 */
export const saturation = (frequency: number, length: number): number =>
  (frequency * (K1 + 1)) / (frequency + K1 * (1 - B + B * length));
