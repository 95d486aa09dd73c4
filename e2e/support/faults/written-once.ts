import type { System } from '../system';

/** What is wrong with how jobs were written; all empty or 0 when every section was, once. */
export interface Flaws {
  /** Sections without text. */
  lost: number;
  /** Sections that were written more than once, by the log and by their own versions. */
  doubled: number;
  /** Jobs whose log has a gap, or that counts another number of sections than there are. */
  brokenLogs: number;
}

const LOST = `select count(*)::int as n from sections
  where document_id = $1 and (status = 'planned' or content = '')`;

const DOUBLED = `select count(*)::int as n from (
  select data->>'sectionId' from job_events
    where job_id = $1 and data->>'message' in ('sectionWritten', 'sectionKept')
    group by data->>'sectionId' having count(*) > 1
  union all
  select section_id::text from section_versions where document_id = $2 and step = 'draft'
    group by section_id having count(*) > 1) doubled`;

const BROKEN = `select count(*)::int as n from jobs j where j.id = $1 and not (
  j.last_seq = (select count(*) from job_events where job_id = j.id)
  and j.last_seq = (select max(seq) from job_events where job_id = j.id)
  and j.sections_done = (select count(*) from sections where document_id = j.document_id)
  and j.sections_done = j.sections_total)`;

/** Looks at a job that is completed. */
export async function flawsOf(system: System, jobId: string, documentId: string): Promise<Flaws> {
  const count = async (sql: string, parameters: string[]) =>
    (await system.query<{ n: number }>(sql, parameters))[0]?.n ?? 0;
  return {
    lost: await count(LOST, [documentId]),
    doubled: await count(DOUBLED, [jobId, documentId]),
    brokenLogs: await count(BROKEN, [jobId]),
  };
}
