import type { CheckFinding } from '../dto/checks';
import type { CopiedRun } from './text-runs';

/** What the writer is shown of words that were copied. */
export function overlapFindings(runs: readonly CopiedRun[]): CheckFinding[] {
  return runs.map(({ sectionId, start, end, length, passage }) => {
    const { id, key, page, text } = passage;
    const where = page === null ? key : `${key}, p. ${String(page)}`;
    const message = `${String(length)} words in a row stand in ${where}. Quote them, or say it in your own words.`;
    return { kind: 'copied', sectionId, start, end, message, passage: { id, key, page, text } };
  });
}
