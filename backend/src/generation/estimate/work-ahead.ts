import { type Document, wordTarget } from '../../documents';
import { NO_LIMITS, withinLimits, type WordLimits } from '../steps/word-limits';

/** What is still to be written. */
export interface WorkAhead {
  /** Whether an outline has to be made first. */
  outline: boolean;
  /** Words planned for each section. */
  sections: readonly number[];
}

/** Before there is an outline: what outlines usually give to a section. */
const USUAL_SECTION = 600;
/** Introduction, something to say, conclusion. */
const FEWEST_SECTIONS = 3;

/** Sections that have no text yet, as a job writes them; guessed where there is no outline. */
export function workAhead(
  { outline, sections, targetPages }: Pick<Document, 'outline' | 'sections' | 'targetPages'>,
  sources: number,
  limits: WordLimits = NO_LIMITS,
): WorkAhead {
  if (outline !== null) {
    const planned = new Set(
      sections.filter(({ status }) => status === 'planned').map(({ id }) => id),
    );
    const ahead = outline.sections.filter(
      ({ id, targetWords }) => targetWords > 0 && planned.has(id),
    );
    return { outline: false, sections: ahead.map(({ targetWords }) => targetWords) };
  }
  const words = withinLimits(wordTarget(targetPages, sources), limits);
  const count = Math.max(FEWEST_SECTIONS, Math.round(words / USUAL_SECTION));
  return {
    outline: true,
    sections: Array.from({ length: count }, () => Math.round(words / count)),
  };
}
