import type { EntityManager } from 'typeorm';
import type { CslItem } from '../csl/csl-item';
import { identityColumns } from '../csl/identity';

const BATCH = 200;

const INCOMPLETE = `select id, csl from sources where document_id = $1 and work is null
  limit ${String(BATCH)}`;

const COMPLETE = `update sources s set doi = t.doi, work = t.work, title_start = t."titleStart"
  from json_to_recordset($2::json) as t(id uuid, doi text, work text, "titleStart" text)
  where s.document_id = $1 and s.id = t.id`;

/** Adds what rows from before these columns lack, once a document. */
export async function completeIdentities(
  manager: EntityManager,
  documentId: string,
): Promise<void> {
  for (;;) {
    const rows = await manager.query<{ id: string; csl: CslItem }[]>(INCOMPLETE, [documentId]);
    if (rows.length === 0) return;
    const complete = rows.map(({ id, csl }) => ({ id, ...identityColumns(csl) }));
    await manager.query(COMPLETE, [documentId, JSON.stringify(complete)]);
  }
}
