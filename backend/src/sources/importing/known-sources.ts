import type { EntityManager } from 'typeorm';
import { type DocumentLanguage, notFound } from '../../common';
import type { KnownSource } from './known-source';

const LOCK = `select language from documents where id = $1 and owner_id = $2 for no key update`;

const KNOWN = `select s.id, s.key, s.csl, s.page_count as "pageCount", s.mandatory,
    s.existence_check as "check",
    coalesce(p.kinds, '{}') as kinds, coalesce(p.count, 0) as "passageCount"
  from sources s left join (
    select source_id, array_agg(distinct kind) as kinds, count(*)::int as count
    from passages where document_id = $1 group by source_id
  ) p on p.source_id = s.id
  where s.document_id = $1 order by s.id`;

/**
 * Has changes of one document's sources take turns until the transaction ends, so that keys are
 * unique and nothing is there twice.
 * @throws ProblemException NOT_FOUND when the document is not the owner's
 */
export async function lockSources(
  manager: EntityManager,
  ownerId: string,
  documentId: string,
): Promise<DocumentLanguage> {
  const parameters = [documentId, ownerId];
  const [document] = await manager.query<{ language: DocumentLanguage }[]>(LOCK, parameters);
  if (document === undefined) throw notFound();
  return document.language;
}

export const knownSources = (manager: EntityManager, documentId: string): Promise<KnownSource[]> =>
  manager.query<KnownSource[]>(KNOWN, [documentId]);
