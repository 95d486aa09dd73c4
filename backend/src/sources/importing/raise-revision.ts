import type { EntityManager } from 'typeorm';

const RAISE = 'update documents set sources_revision = sources_revision + 1 where id = $1';

/**
 * Has every process index the document's sources anew before it searches them again. Belongs into
 * each transaction that changes passages, or what of a source is found: title, keywords, language.
 */
export async function raiseRevision(manager: EntityManager, documentId: string): Promise<void> {
  await manager.query(RAISE, [documentId]);
}
