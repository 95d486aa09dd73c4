import type { SectionTask } from '../../tasks/section-task';
import type { Candidate } from '../material/candidate';

type Entry = SectionTask['outline'][number];

/** Words that a section wants of each of its sources. */
function demand({ targetWords, sourceKeys }: Entry): number {
  return targetWords / Math.max(1, sourceKeys.length);
}

/**
 * How many of a source's sentences a section may use, by key. No sentence stands in a document
 * twice, so that a section which takes all it wants leaves nothing for those that follow: sources
 * are divided among the sections they are planned for, and kept for those by all others.
 */
export function sourceQuotas(
  { outline }: Pick<SectionTask, 'outline'>,
  place: number,
  candidates: readonly Candidate[],
): Map<string, number> {
  const section = outline[place];
  const later = outline.slice(place + 1);
  const bySource = Map.groupBy(candidates, ({ key }) => key);
  return new Map(
    [...bySource].map(([key, sentences]) => {
      const rivals = later.filter(({ sourceKeys }) => sourceKeys.includes(key));
      if (section === undefined || rivals.length === 0) return [key, sentences.length];
      if (!section.sourceKeys.includes(key)) return [key, 0];
      const own = demand(section);
      const all = rivals.reduce((sum, entry) => sum + demand(entry), own);
      return [key, Math.ceil((sentences.length * own) / Math.max(1, all))];
    }),
  );
}
