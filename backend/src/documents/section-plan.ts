import { createHash } from 'node:crypto';
import type { OutlineSection } from './dto/outline';

type Planned = Pick<OutlineSection, 'title' | 'keyPoints' | 'targetWords' | 'sourceKeys'>;

/** What a section is meant to be, as a fingerprint: its title, points, length and sources. */
export function planOf({ title, keyPoints, targetWords, sourceKeys }: Planned): string {
  const plan = [title, keyPoints, targetWords, [...sourceKeys].sort()];
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex');
}

/**
 * The sections, each with whether it is planned otherwise now than it was written.
 * @param writtenFrom fingerprints of the plans that the texts were written from, by section; those
 *   without text, or whose plan was never stored, have none
 */
export function withStaleness<Section extends Planned & { id: string }>(
  sections: readonly Section[],
  writtenFrom: ReadonlyMap<string, string>,
): (Section & { stale: boolean })[] {
  return sections.map((section) => {
    const from = writtenFrom.get(section.id);
    return { ...section, stale: from !== undefined && from !== planOf(section) };
  });
}
