import { type JobStatus, shownState } from './dto/job-status';
import { etaSeconds, progressOf } from './job-progress';
import type { JobState } from './job-state';

/** Milliseconds that a section adds to the whole: several are written at the same time. */
const PACE = `duration_ms / coalesce((result ->> 'atOnce')::float8, 1)`;

/** Enough to learn from, and few enough to look through for every listener. */
const LATELY = '(select * from job_steps order by created_at desc limit 200) lately';

/** In this job; before its first section, lately by the writer of its outline, or by any. */
const SECTION_PACE_MS = `coalesce(
  (select avg(${PACE}) from job_steps where job_id = j.id and step like 'section:%'),
  (select avg(${PACE}) from ${LATELY} where step like 'section:%' and result ->> 'writer' =
    (select result ->> 'writer' from job_steps where job_id = j.id and step = 'outline')),
  (select avg(${PACE}) from ${LATELY} where step like 'section:%'))`;

/** Columns of a {@link StatusRow}, of jobs named `j`. */
export const STATUS = `j.id as "jobId", j.document_id as "documentId", j.status, j.stage,
  j.sections_done as "sectionsDone", j.sections_total as "sectionsTotal",
  j.tokens_used::float8 as "tokensUsed", j.error_code as "errorCode",
  j.error_detail as "errorDetail", j.last_seq as "lastSeq",
  case when j.status in ('queued', 'running') then ${SECTION_PACE_MS} end as "sectionPaceMs"`;

export type StatusRow = Omit<
  JobStatus,
  'status' | 'progress' | 'queuePosition' | 'etaSeconds' | 'error'
> & {
  status: JobState;
  errorCode: string | null;
  errorDetail: string | null;
  lastSeq: number;
  sectionPaceMs: number | null;
};

/** @param queuePosition of a job that waits for a worker */
export function toStatus(row: StatusRow, queuePosition: number | null): JobStatus {
  const { jobId, documentId, stage, sectionsDone, sectionsTotal, tokensUsed } = row;
  return {
    jobId,
    documentId,
    status: shownState(row.status),
    stage,
    progress: progressOf(row),
    sectionsDone,
    sectionsTotal,
    tokensUsed,
    queuePosition,
    etaSeconds: etaSeconds(row, row.sectionPaceMs),
    ...(row.errorCode !== null && {
      error: { code: row.errorCode, detail: row.errorDetail ?? '' },
    }),
  };
}
