import type { JobState } from './job-state';

interface Counters {
  status: JobState;
  sectionsDone: number;
  sectionsTotal: number;
}

/** What an outline counts for, and what is kept back until the end has been verified. */
const OUTLINE_SHARE = 5;
const WRITING_SHARE = 90;

/** Per cent done; 100 only for a completed job. */
export function progressOf({ status, sectionsDone, sectionsTotal }: Counters): number {
  if (status === 'completed') return 100;
  if (sectionsTotal === 0) return 0;
  return Math.floor(OUTLINE_SHARE + (WRITING_SHARE * sectionsDone) / sectionsTotal);
}

/**
 * Seconds to go, from what a section has taken so far; null when that is not known or the job is
 * not on its way.
 */
export function etaSeconds(
  { status, sectionsDone, sectionsTotal }: Counters,
  meanSectionMs: number | null,
): number | null {
  const onItsWay = status === 'queued' || status === 'running';
  if (!onItsWay || meanSectionMs === null || sectionsTotal === 0) return null;
  return Math.ceil(((sectionsTotal - sectionsDone) * meanSectionMs) / 1000);
}
