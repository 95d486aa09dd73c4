import type { DataSource, EntityManager } from 'typeorm';
import { continuing, currentOrigin, traceParent, withOrigin } from '../tracing';

const REMEMBER = `insert into job_origins (job_id, request_id, trace_parent) values ($1, $2, $3)`;

const FIND = `select request_id as "requestId", trace_parent as "traceParent"
  from job_origins where job_id = $1`;

interface Row {
  requestId: string | null;
  traceParent: string | null;
}

/** Remembers which request asks for a job; in the transaction that makes it. */
export async function rememberOrigin(manager: EntityManager, jobId: string): Promise<void> {
  const { requestId } = currentOrigin();
  const parent = traceParent();
  if (requestId === undefined && parent === undefined) return;
  await manager.query(REMEMBER, [jobId, requestId ?? null, parent ?? null]);
}

/** Runs `work` for a job: its log lines and spans belong to the request that asked for it. */
export async function withOriginOf<Result>(
  dataSource: DataSource,
  jobId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  // nothing of a job depends on it
  const rows = await dataSource.query<Row[]>(FIND, [jobId]).catch(() => []);
  const { requestId = null, traceParent: parent = null } = rows[0] ?? {};
  const origin = { jobId, ...(requestId !== null && { requestId }) };
  return withOrigin(origin, () => continuing(parent ?? undefined, work));
}
