import type { SectionTask } from '../../tasks/section-task';
import { lexiconFor, stemsOf } from '../../../language';
import type { Candidate } from '../material/candidate';
import { relevance } from '../material/relevance';
import type { RankedCandidate } from './select-sentences';

/** A sentence counts by itself first, then by the passage it stands in. */
const OWN_SHARE = 0.75;

/** What a source says first is mostly what it is about; its details come later. */
const EARLY_BONUS = 0.15;

/** Query words and how much each weighs; a word named twice weighs twice. */
export function weighted(
  parts: readonly { text: string; weight: number }[],
  language: SectionTask['language'],
) {
  const query = new Map<string, number>();
  for (const { text, weight } of parts) {
    for (const stem of stemsOf(text, lexiconFor(text, language))) {
      query.set(stem, (query.get(stem) ?? 0) + weight);
    }
  }
  return query;
}

/** 1 for the first sentence of a source, towards 0 for its last. */
function earliness(candidates: readonly Candidate[]): Map<Candidate, number> {
  const bySource = Map.groupBy(candidates, ({ key }) => key);
  return new Map(
    [...bySource.values()].flatMap((own) =>
      own.map((candidate, index) => [candidate, 1 - index / own.length] as const),
    ),
  );
}

/** How much each sentence has to say on a query. */
export function rank(
  candidates: readonly Candidate[],
  query: ReadonlyMap<string, number>,
): Omit<RankedCandidate, 'quota'>[] {
  const own = relevance(candidates, query);
  const passages = Map.groupBy(candidates, ({ passage }) => passage);
  const stems = [...passages].map(([passage, sentences]) => ({
    passage,
    stems: new Set(sentences.flatMap((sentence) => [...sentence.stems])),
  }));
  const scores = relevance(stems, query);
  const ofPassage = new Map(stems.map(({ passage }, index) => [passage, scores[index] ?? 0]));
  const early = earliness(candidates);
  return candidates.map((candidate, index) => {
    const score =
      OWN_SHARE * (own[index] ?? 0) + (1 - OWN_SHARE) * (ofPassage.get(candidate.passage) ?? 0);
    const bonus = score === 0 ? 0 : EARLY_BONUS * (early.get(candidate) ?? 0);
    return { ...candidate, relevance: score + bonus };
  });
}
