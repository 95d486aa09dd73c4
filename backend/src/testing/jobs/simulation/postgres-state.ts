import type { TestApp } from '../../test-app';
import type { Counterparts } from './counterparts';
import { microseconds } from './postgres-clock';
import type { StoreState } from './simulated-job';

const JOBS = `select id, document_id as "documentId", owner_id as "ownerId", status, epoch, crashes,
    ${microseconds('lease_until')} as "leaseUntil", ${microseconds('requested_at')} as "requestedAt",
    last_seq as seq, tokens_used::float8 as tokens, error_code as error
  from jobs order by created_at, id`;

const DOCUMENTS = `select id, status,
    (select coalesce(json_agg(step order by step collate "C"), '[]') from job_steps
     join jobs on jobs.id = job_id where document_id = documents.id) as done
  from unnest($1::uuid[]) with ordinality as asked (id, place) join documents using (id)
  order by place`;

/** What stands in PostgreSQL, in the simulation's words. */
export async function postgresState(
  { database: { dataSource } }: TestApp,
  counterparts: Counterparts,
): Promise<StoreState> {
  const name = (id: string): string => counterparts.name(id);
  const [jobs, documents, messages] = await Promise.all([
    dataSource.query<StoreState['jobs']>(JOBS),
    dataSource.query<StoreState['documents']>(DOCUMENTS, [counterparts.startingWith('document')]),
    dataSource.query<{ key: string }[]>('select key from outbox order by created_at'),
  ]);
  return {
    jobs: jobs.map((job) => {
      const { id, documentId, ownerId } = job;
      return { ...job, id: name(id), documentId: name(documentId), ownerId: name(ownerId) };
    }),
    documents: documents.map((document) => ({ ...document, id: name(document.id) })),
    outbox: messages.map(({ key }) => key.replace(/^[^:]+/, name)),
  };
}
