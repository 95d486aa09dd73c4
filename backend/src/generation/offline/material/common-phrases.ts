import { type Lexicon, wordsOf } from '../../../language';
import type { Term } from './term';

interface Tally {
  count: number;
  surfaces: Map<string, number>;
}

const LONGEST = 3;
const SHORTEST_WORD = 3;
const CLAUSE = /[.,;:!?()«»“”„"–—/]+/u;
/** English adverbs and participles do not end a name of something, adverbs do not begin one. */
const NO_NAME = /(?:ly|ed)$/u;
const ADVERB = /ly$/u;

/** Words in a row without a function word or a mark between them. */
export function runsOf(text: string, { isStopWord }: Lexicon): string[][] {
  return text.split(CLAUSE).flatMap((clause) => {
    const runs: string[][] = [[]];
    for (const word of wordsOf(clause)) {
      const carries = word.length >= SHORTEST_WORD && !isStopWord(word) && !/\d/.test(word);
      if (carries) runs.at(-1)?.push(word);
      else runs.push([]);
    }
    return runs.filter((run) => run.length > 0);
  });
}

function isNameLike(phrase: readonly string[]): boolean {
  return !NO_NAME.test(phrase.at(-1) ?? '') && !ADVERB.test(phrase[0] ?? '');
}

/** Phrases of two or three words without a function word inside, in order, with repetitions. */
export function phrasesOf(text: string, lexicon: Lexicon): string[][] {
  return runsOf(text, lexicon).flatMap((run) =>
    run.flatMap((_, start) => {
      const lengths = Array.from({ length: LONGEST - 1 }, (__, n) => n + 2);
      return lengths
        .filter((length) => start + length <= run.length)
        .map((length) => run.slice(start, start + length))
        .filter((phrase) => lexicon.language !== 'en' || isNameLike(phrase));
    }),
  );
}

/** The usual form; one that has a capital only where a sentence begins comes second. */
function usualForm(surfaces: ReadonlyMap<string, number>): string {
  const small = [...surfaces].filter(([surface]) => surface === surface.toLowerCase());
  const pool = small.length > 0 ? small : [...surfaces];
  return pool.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '';
}

/** Phrases that at least `minTexts` of the texts share, most widespread first. */
export function commonPhrases(
  texts: readonly string[],
  lexicon: Lexicon,
  minTexts: number,
): (Term & { texts: number })[] {
  const tallies = new Map<string, Tally>();
  for (const text of texts) {
    const seen = new Set<string>();
    for (const phrase of phrasesOf(text, lexicon)) {
      const key = phrase.map(lexicon.stem).join(' ');
      const tally = tallies.get(key) ?? { count: 0, surfaces: new Map<string, number>() };
      const surface = phrase.join(' ');
      tally.surfaces.set(surface, (tally.surfaces.get(surface) ?? 0) + 1);
      if (!seen.has(key)) tally.count += 1;
      seen.add(key);
      tallies.set(key, tally);
    }
  }
  return [...tallies]
    .filter(([, { count }]) => count >= minTexts)
    .map(([key, { count, surfaces }]) => {
      return { label: usualForm(surfaces), stems: key.split(' '), texts: count };
    })
    .sort((a, b) => b.texts - a.texts || (a.label < b.label ? -1 : 1));
}
