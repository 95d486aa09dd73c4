import type { JobStatus } from '../../api/generated/models';
import type { JobMessage, JobProgress } from './job-messages';

/** Whatever was in work when one of these is told is begun anew. */
const BEGINNINGS: readonly JobMessage[] = ['queued', 'resumed', 'handedOver', 'started'];
const SECTION_ENDS: readonly JobMessage[] = [
  'sectionWritten',
  'sectionKept',
  'sectionWithoutSources',
];

/**
 * The job after one more entry of its log. A finished job is told by `done` alone: a replayed entry
 * must not open it again. One that tells less than is known is replayed too, and takes nothing back.
 */
export function advance(job: JobStatus, entry: JobProgress): JobStatus {
  if (job.status !== 'queued' && job.status !== 'running') return job;
  if (isBehind(entry, job)) return job;
  const { stage, progress, sectionsDone, sectionsTotal, tokensUsed } = entry;
  const status = stage === 'queued' ? 'queued' : 'running';
  return {
    ...job,
    ...{ status, stage, progress, sectionsDone, sectionsTotal, tokensUsed },
    queuePosition: status === 'queued' ? job.queuePosition : null,
    etaSeconds: entry.etaSeconds ?? job.etaSeconds,
  };
}

/** Of what only grows as long as a job runs, one has less than the other. */
export function isBehind(
  one: Pick<JobStatus, 'progress' | 'sectionsDone' | 'tokensUsed'>,
  other: typeof one,
): boolean {
  return (
    one.progress < other.progress ||
    one.sectionsDone < other.sectionsDone ||
    one.tokensUsed < other.tokensUsed
  );
}

/** Title by id of the sections that are being written, by the log of a running job. */
export function inWork(log: readonly JobProgress[]): ReadonlyMap<string, string> {
  const sections = new Map<string, string>();
  for (const { message, sectionId, sectionTitle } of log) {
    if (BEGINNINGS.includes(message)) sections.clear();
    if (sectionId === undefined) continue;
    if (message === 'sectionStarted') sections.set(sectionId, sectionTitle ?? '');
    else if (SECTION_ENDS.includes(message)) sections.delete(sectionId);
  }
  return sections;
}

export interface JobStep {
  /** A key of `writing.steps`. */
  name: 'outline' | 'sections' | 'finish';
  /** Of `writing.stepStates`. */
  state: 'done' | 'now' | 'ahead';
}

/** What a job goes through, by what it has come to, so that a stopped one shows where it stopped. */
export function stepsOf({ status, sectionsDone, sectionsTotal }: JobStatus): JobStep[] {
  const passed = [
    sectionsTotal > 0,
    sectionsTotal > 0 && sectionsDone === sectionsTotal,
    status === 'completed',
  ];
  const at = passed.indexOf(false);
  return (['outline', 'sections', 'finish'] as const).map((name, index) => ({
    name,
    state: at === -1 || index < at ? 'done' : index === at ? 'now' : 'ahead',
  }));
}
