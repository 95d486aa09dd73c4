import type { System } from '../system';

/*
 * Notes every change of what a job writes, by whom and under which claim. A worker gives its name
 * to its connections through `PGOPTIONS`.
 */

const TABLES = {
  jobs: 'id = new.id',
  job_events: 'id = new.job_id',
  job_steps: 'id = new.job_id',
  sections: 'document_id = new.document_id',
  section_versions: 'document_id = new.document_id',
  abstracts: 'document_id = new.document_id',
};

const LOG = `create table fault_writes (
  id bigint generated always as identity, job_id uuid, worker text, epoch int, place text)`;

const noteOf = (table: string, which: string) => `
  create function note_${table}() returns trigger language plpgsql as $$ begin
    insert into fault_writes (job_id, worker, epoch, place)
      select id, nullif(current_setting('faults.worker', true), ''), epoch, '${table}'
      from jobs where ${which};
    return null;
  end $$;
  create trigger note_writes after insert or update on ${table}
    for each row execute function note_${table}();`;

/** What a worker wrote under a claim that another had made, or after another's newer one. */
const STALE = `select w.job_id as "jobId", w.worker, w.epoch, w.place from fault_writes w
  join lateral (select worker from fault_writes
    where job_id = w.job_id and epoch = w.epoch and place = 'jobs' order by id limit 1) claim on true
  where w.job_id = any($1::uuid[]) and w.worker is not null and w.epoch > 0
    and w.worker <> claim.worker`;

export interface Write {
  jobId: string;
  worker: string;
  epoch: number;
  place: string;
}

/** To be put into the environment of the worker that is called so. */
export const asWriter = (name: string) => ({ PGOPTIONS: `-c faults.worker=${name}` });

export async function logWrites(system: System): Promise<void> {
  await system.query(LOG);
  for (const [table, which] of Object.entries(TABLES)) await system.query(noteOf(table, which));
}

export function staleWrites(system: System, jobIds: readonly string[]): Promise<Write[]> {
  return system.query(STALE, [jobIds]);
}

/** Who has claimed a job, in turn. */
export async function claimants(system: System, jobId: string): Promise<string[]> {
  const sql = `select distinct on (epoch) worker from fault_writes
    where job_id = $1 and epoch > 0 order by epoch, id`;
  return (await system.query<{ worker: string }>(sql, [jobId])).map(({ worker }) => worker);
}
