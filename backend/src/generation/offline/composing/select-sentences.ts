import type { Candidate } from '../material/candidate';
import { similarity } from '../material/relevance';

export interface RankedCandidate extends Candidate {
  /** 0 to 1, for the section that is being written. */
  relevance: number;
  /** How many sentences of its source the section may use. */
  quota: number;
  /** Whether it is to be used before all others: the best of a source that has to be cited. */
  required?: boolean;
}

/** How much sameness costs against relevance (the lambda of maximal marginal relevance). */
const REDUNDANCY = 0.7;
/** A sentence reads better beside the one it stands beside in its source. */
const CONTINUITY = 0.25;
/** Keeps one talkative source from taking a whole section. */
const SATURATION = 0.07;
/** Nobody's voice carries a section alone while others have something to say. */
const FREE_SENTENCES = 2;

const GAP = 2;

function isNextTo(a: Candidate, b: Candidate): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  return a.passage === b.passage && second.start - first.end <= GAP;
}

class Selection {
  readonly chosen: RankedCandidate[] = [];
  private readonly perSource = new Map<string, number>();
  private readonly nearest = new Map<RankedCandidate, number>();

  words = 0;

  constructor(private readonly pool: Set<RankedCandidate>) {}

  private gain(candidate: RankedCandidate): number {
    const ofSource = this.perSource.get(candidate.key) ?? 0;
    const continues = this.chosen.some((other) => isNextTo(candidate, other));
    return (
      candidate.relevance -
      REDUNDANCY * (this.nearest.get(candidate) ?? 0) +
      (continues ? CONTINUITY : 0) -
      SATURATION * Math.max(0, ofSource - FREE_SENTENCES)
    );
  }

  best(): RankedCandidate | undefined {
    let best: RankedCandidate | undefined;
    let highest = -Infinity;
    for (const candidate of this.pool) {
      if ((this.perSource.get(candidate.key) ?? 0) >= candidate.quota) continue;
      const gain = this.gain(candidate);
      if (gain > highest) [best, highest] = [candidate, gain];
    }
    return best;
  }

  take(candidate: RankedCandidate): void {
    this.pool.delete(candidate);
    this.chosen.push(candidate);
    this.words += candidate.words;
    this.perSource.set(candidate.key, (this.perSource.get(candidate.key) ?? 0) + 1);
    for (const other of this.pool) {
      const near = similarity(candidate.stems, other.stems);
      this.nearest.set(other, Math.max(near, this.nearest.get(other) ?? 0));
    }
  }
}

/**
 * The sentences for a text of about `words` words: relevant, not alike, from several sources. Fewer
 * when no more of them belong to the subject; never one that does not.
 */
export function selectSentences(
  candidates: readonly RankedCandidate[],
  words: number,
): RankedCandidate[] {
  const usable = candidates.filter(({ relevance, required }) => relevance > 0 || required === true);
  const selection = new Selection(new Set(usable));
  for (const candidate of usable) if (candidate.required === true) selection.take(candidate);
  for (;;) {
    const next = selection.best();
    // The last sentence may go past the mark by less than half of itself
    if (next === undefined || selection.words + next.words / 2 > words) return selection.chosen;
    selection.take(next);
  }
}
