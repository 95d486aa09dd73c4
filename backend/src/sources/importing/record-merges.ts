import { isDeepStrictEqual } from 'node:util';
import type { EntityManager } from 'typeorm';
import { newId } from '../../common';
import { batches } from './batches';
import type { ImportPlan } from './plan-import';

/** A file that came to be kept with a source. */
export interface AttachedFile {
  sourceId: string;
  fileId: string;
}

/** A merge that can be undone. */
export interface MergeReference {
  id: string;
  sourceId: string;
}

const INSERT = `insert into source_merges (id, document_id, source_id, before, after, passage_ids,
    file_id)
  select id, $1, "sourceId", before, after,
    array(select json_array_elements_text("passageIds")::uuid), "fileId"
  from json_to_recordset($2::json) as t(id uuid, "sourceId" uuid, before jsonb, after jsonb,
    "passageIds" json, "fileId" uuid)`;

const BATCH = 20;

function passagesBySource({ passages }: ImportPlan): Map<string, string[]> {
  const ids = new Map<string, string[]>();
  for (const { id, sourceId } of passages) {
    const known = ids.get(sourceId);
    if (known === undefined) ids.set(sourceId, [id]);
    else known.push(id);
  }
  return ids;
}

/** Keeps what each source has taken in, and how it was before, so that it can be undone. */
export async function recordMerges(
  manager: EntityManager,
  documentId: string,
  plan: ImportPlan,
  attached: AttachedFile | null,
): Promise<MergeReference[]> {
  const passages = passagesBySource(plan);
  const rows = [...plan.before].map(([{ id: sourceId, csl, pageCount, check }, before]) => ({
    ...{ id: newId(), sourceId, before, after: { csl, pageCount, check } },
    passageIds: passages.get(sourceId) ?? [],
    fileId: attached?.sourceId === sourceId ? attached.fileId : null,
  }));
  const changes = rows.filter(
    ({ before, after, passageIds, fileId }) =>
      fileId !== null || passageIds.length > 0 || !isDeepStrictEqual(before, after),
  );
  for (const batch of batches(changes, BATCH)) {
    await manager.query(INSERT, [documentId, JSON.stringify(batch)]);
  }
  return changes.map(({ id, sourceId }) => ({ id, sourceId }));
}
