import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { paced } from '../../common';
import { batches } from './batches';
import { identityColumns } from '../csl/identity';
import type { SourceDraft } from '../reader/reading';
import type { KnownSource } from './known-source';
import { lockSources, surroundingsOf } from './known-sources';
import { type ImportPlan, ImportPlanner } from './plan-import';
import { raiseRevision } from './raise-revision';
import { type AttachedFile, type MergeReference, recordMerges } from './record-merges';

// Rows come as one JSON text, so that any number of them is one statement, prepared once.
const SOURCE_ROWS = `json_to_recordset($2::json)
  as t(id uuid, key text, identity text, doi text, work text, "titleStart" text, csl jsonb,
    "pageCount" int, status text, "check" jsonb)`;

const INSERT_SOURCES = `insert into sources (id, document_id, key, identity, doi, work, title_start,
    csl, page_count, status)
  select id, $1, key, identity, doi, work, "titleStart", csl, "pageCount", status
  from ${SOURCE_ROWS}`;

const UPDATE_SOURCES = `update sources s
  set identity = t.identity, doi = t.doi, work = t.work, title_start = t."titleStart",
    csl = t.csl, page_count = t."pageCount", status = t.status,
    existence_check = t."check"
  from ${SOURCE_ROWS} where s.document_id = $1 and s.id = t.id`;

const INSERT_PASSAGES = `insert into passages (id, document_id, source_id, ordinal, page, kind, text)
  select id, $1, "sourceId", ordinal, page, kind, text
  from json_to_recordset($2::json) as t(id uuid, "sourceId" uuid, ordinal int, page int, kind text,
    text text)`;

/** Rows a statement: to put more into one parameter would keep this process from all else. */
const BATCH = { sources: 20, passages: 40 };

function sourceRows(sources: readonly KnownSource[]): string {
  const rows = sources.map(({ id, key, csl, pageCount, kinds, check }) => {
    const status = kinds.length > 0 ? 'ready' : 'reference_only';
    return { id, key, ...identityColumns(csl), csl, pageCount, status, check };
  });
  return JSON.stringify(rows);
}

/** A stored import, and which of its merges can be undone. */
export interface StoredImport extends ImportPlan {
  merges: MergeReference[];
}

/** Stores imports: all of one, or nothing. */
@Injectable()
export class ImportRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Plans the import against what the document has at that moment, and stores it.
   * @param along what else is to be stored, or not, together with it
   * @throws ProblemException NOT_FOUND when the document is not the owner's
   */
  store(
    ownerId: string,
    documentId: string,
    drafts: readonly SourceDraft[],
    along?: (manager: EntityManager, plan: ImportPlan) => Promise<AttachedFile | null>,
  ): Promise<StoredImport> {
    return this.dataSource.transaction(async (manager) => {
      const language = await lockSources(manager, ownerId, documentId);
      const surroundings = await surroundingsOf(manager, documentId, drafts, language);
      const planner = new ImportPlanner(surroundings, language);
      await paced(drafts, (draft) => {
        planner.add(draft);
      });
      await this.write(manager, documentId, planner.plan);
      const attached = (await along?.(manager, planner.plan)) ?? null;
      const merges = await recordMerges(manager, documentId, planner.plan, attached);
      return { ...planner.plan, merges };
    });
  }

  private async write(
    manager: EntityManager,
    documentId: string,
    { added, merged, passages }: ImportPlan,
  ): Promise<void> {
    const fresh = new Set(added);
    const changed = [...new Set(merged)].filter((source) => !fresh.has(source));
    for (const batch of batches(added, BATCH.sources)) {
      await manager.query(INSERT_SOURCES, [documentId, sourceRows(batch)]);
    }
    for (const batch of batches(changed, BATCH.sources)) {
      await manager.query(UPDATE_SOURCES, [documentId, sourceRows(batch)]);
    }
    for (const batch of batches(passages, BATCH.passages)) {
      await manager.query(INSERT_PASSAGES, [documentId, JSON.stringify(batch)]);
    }
    if (changed.length > 0 || passages.length > 0) await raiseRevision(manager, documentId);
  }
}
