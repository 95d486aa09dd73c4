import { type JobStatus, shownState } from './dto/job-status';
import { etaSeconds, progressOf } from './job-progress';
import type { JobState } from './job-state';

/** What sections have taken in this job; before the first is written, lately in any. */
const MEAN_SECTION_MS = `coalesce(
  (select avg(duration_ms) from job_steps where job_id = j.id and step like 'section:%'),
  (select avg(duration_ms) from (select duration_ms from job_steps
    where step like 'section:%' order by created_at desc limit 20) lately))::float8`;

/** Columns of a {@link StatusRow}, of jobs named `j`. */
export const STATUS = `j.id as "jobId", j.document_id as "documentId", j.status, j.stage,
  j.sections_done as "sectionsDone", j.sections_total as "sectionsTotal",
  j.tokens_used::float8 as "tokensUsed", j.error_code as "errorCode",
  j.error_detail as "errorDetail", j.last_seq as "lastSeq",
  case when j.status in ('queued', 'running') then ${MEAN_SECTION_MS} end as "meanSectionMs"`;

export type StatusRow = Omit<JobStatus, 'status' | 'progress' | 'etaSeconds' | 'error'> & {
  status: JobState;
  errorCode: string | null;
  errorDetail: string | null;
  lastSeq: number;
  meanSectionMs: number | null;
};

export function toStatus(row: StatusRow): JobStatus {
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
    etaSeconds: etaSeconds(row, row.meanSectionMs),
    ...(row.errorCode !== null && {
      error: { code: row.errorCode, detail: row.errorDetail ?? '' },
    }),
  };
}
