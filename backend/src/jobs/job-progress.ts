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
 * Seconds of writing to go, from what a section adds to the whole; null when that is not known or the
 * job is not on its way. A wait for its turn comes on top.
 */
export function etaSeconds(
  { status, sectionsDone, sectionsTotal }: Counters,
  sectionPaceMs: number | null,
): number | null {
  const onItsWay = status === 'queued' || status === 'running';
  if (!onItsWay || sectionPaceMs === null || sectionsTotal === 0) return null;
  return Math.ceil(((sectionsTotal - sectionsDone) * sectionPaceMs) / 1000);
}
