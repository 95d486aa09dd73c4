import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { identityColumns } from '../csl/identity';
import type { SourceState } from '../importing/known-source';
import type { RecordedMerge } from './restored';

export interface StoredMerge extends RecordedMerge {
  passageIds: string[];
  fileId: string | null;
}

const MERGE = `select before, after, passage_ids as "passageIds", file_id as "fileId"
  from source_merges where document_id = $1 and source_id = $2 and id = $3`;

const STATUS = 'select status from documents where id = $1';

const CITING = `select s.title from sections s
  where s.document_id = $1 and exists (select 1 from section_citations c
    where c.section_id = s.id and c.passage_id = any($2::uuid[]))
  order by s.position`;

const DELETE_PASSAGES = `delete from passages
  where document_id = $1 and source_id = $2 and id = any($3::uuid[])`;

// Without gaps, since the next ones are counted on from their number.
const CLOSE_GAPS = `update passages p set ordinal = t.place from (
    select id, row_number() over (order by ordinal) - 1 as place from passages where source_id = $1
  ) t where p.id = t.id and p.ordinal <> t.place`;

// Its own file, and one that came later for the passages that are gone.
const DELETE_FILES = `delete from source_files f
  where f.document_id = $1 and f.source_id = $2 and (f.id = $3
    or not exists (select 1 from passages p where p.file_id = f.id))
  returning storage_key as "storageKey"`;

const RESTORE = `update sources s set csl = $3, identity = $4, doi = $5, work = $6,
    title_start = $7, page_count = $8, existence_check = $9,
    status = case when exists (select 1 from passages p where p.source_id = s.id)
      then 'ready' else 'reference_only' end
  where s.document_id = $1 and s.id = $2`;

const DELETE = 'delete from source_merges where document_id = $1 and id = $2';

/** The rows of a merge, and those that change when it is undone. Callers have locked the document. */
@Injectable()
export class MergesRepository {
  async find(
    manager: EntityManager,
    documentId: string,
    sourceId: string,
    id: string,
  ): Promise<StoredMerge | undefined> {
    const [merge] = await manager.query<StoredMerge[]>(MERGE, [documentId, sourceId, id]);
    return merge;
  }

  async isBeingWritten(manager: EntityManager, documentId: string): Promise<boolean> {
    const [row] = await manager.query<{ status: string }[]>(STATUS, [documentId]);
    return row?.status === 'generating';
  }

  /** Sections with a citation that rests on any of these passages. */
  citing(
    manager: EntityManager,
    documentId: string,
    passageIds: readonly string[],
  ): Promise<{ title: string }[]> {
    return manager.query(CITING, [documentId, passageIds]);
  }

  /** @returns the files that are no longer any source's */
  async takeOut(
    manager: EntityManager,
    documentId: string,
    sourceId: string,
    { passageIds, fileId }: StoredMerge,
  ): Promise<{ storageKey: string }[]> {
    await manager.query(DELETE_PASSAGES, [documentId, sourceId, passageIds]);
    await manager.query(CLOSE_GAPS, [sourceId]);
    const [files] = await manager.query<[{ storageKey: string }[], number]>(DELETE_FILES, [
      documentId,
      sourceId,
      fileId,
    ]);
    return files;
  }

  async restore(
    manager: EntityManager,
    documentId: string,
    sourceId: string,
    { csl, pageCount, check }: SourceState,
  ): Promise<void> {
    const { identity, doi, work, titleStart } = identityColumns(csl);
    const facts = [csl, identity, doi, work, titleStart, pageCount, check];
    await manager.query(RESTORE, [documentId, sourceId, ...facts]);
  }

  async forget(manager: EntityManager, documentId: string, id: string): Promise<void> {
    await manager.query(DELETE, [documentId, id]);
  }
}
