import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notFound, ProblemException } from '../../common';
import type { DOCUMENT_STATUSES } from '../dto/document';
import type { OutlineSection } from '../dto/outline';
import { planOf } from '../section-plan';

const LOCK = `select status from documents where id = $1 and owner_id = $2 for no key update`;

// Behind those that are there, so that the order of each text stays.
const MOVE_PASSAGES = `update passages set source_id = $3, ordinal = ordinal +
    (select coalesce(max(ordinal) + 1, 0) from passages where source_id = $3)
  where document_id = $1 and source_id = $2`;

const TAKE_OVER = `update sources into_ set mandatory = into_.mandatory or from_.mandatory,
    page_count = coalesce(into_.page_count, from_.page_count),
    status = case when 'ready' in (into_.status, from_.status) then 'ready' else into_.status end
  from sources from_
  where into_.document_id = $1 and from_.document_id = $1 and from_.id = $2 and into_.id = $3`;

const MOVE_FILES =
  'update source_files set source_id = $3 where document_id = $1 and source_id = $2';

const REPLAN = `update section_versions v set plan = t.after
  from unnest($2::uuid[], $3::text[], $4::text[]) as t (id, before, after)
  where v.document_id = $1 and v.section_id = t.id and v.plan = t.before`;

const RAISE = 'update documents set sources_revision = sources_revision + 1 where id = $1';

const DELETE = 'delete from sources where document_id = $1 and id = $2';

/** The rows that change when two sources of a document become one. */
@Injectable()
export class MergeRepository {
  /**
   * Has changes of the document's texts and sources wait until the transaction ends.
   * @throws ProblemException NOT_FOUND; JOB_ACTIVE while it is being written
   */
  async lockAtRest(manager: EntityManager, ownerId: string, documentId: string): Promise<void> {
    const [row] = await manager.query<{ status: (typeof DOCUMENT_STATUSES)[number] }[]>(LOCK, [
      documentId,
      ownerId,
    ]);
    if (row === undefined) throw notFound();
    if (row.status !== 'generating') return;
    const detail = 'The document is being written. Wait for the end, or cancel it first.';
    throw new ProblemException('JOB_ACTIVE', detail);
  }

  /** Gives the passages and files of one source, and what its owner wants of it, to another. */
  async takeOver(
    manager: EntityManager,
    documentId: string,
    from: string,
    into: string,
  ): Promise<void> {
    await manager.query(TAKE_OVER, [documentId, from, into]);
    await manager.query(MOVE_PASSAGES, [documentId, from, into]);
    await manager.query(MOVE_FILES, [documentId, from, into]);
  }

  /** Texts written from `before` count as written from `after`: only a key has another name. */
  async replan(
    manager: EntityManager,
    documentId: string,
    before: readonly OutlineSection[],
    after: readonly OutlineSection[],
  ): Promise<void> {
    const ids = before.map(({ id }) => id);
    await manager.query(REPLAN, [documentId, ids, before.map(planOf), after.map(planOf)]);
  }

  /** Has the passages be indexed anew before they are searched again. */
  async raiseRevision(manager: EntityManager, documentId: string): Promise<void> {
    await manager.query(RAISE, [documentId]);
  }

  async remove(manager: EntityManager, documentId: string, id: string): Promise<void> {
    await manager.query(DELETE, [documentId, id]);
  }
}
