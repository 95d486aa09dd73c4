import type { EntityManager } from 'typeorm';
import { type DocumentLanguage, notFound } from '../../common';
import type { SourceDraft } from '../reader/reading';
import { completeIdentities } from './complete-identities';
import type { KnownSource, Surroundings } from './known-source';
import { type Wanted, wantedAfterMerge, wantedBy } from './wanted';

const LOCK = `select language from documents where id = $1 and owner_id = $2 for no key update`;

const KNOWN = `select s.id, s.key, s.csl, s.page_count as "pageCount", s.mandatory,
    s.existence_check as "check",
    coalesce(p.kinds, '{}') as kinds, p.count as "passageCount"
  from sources s cross join lateral (
    select array_agg(distinct kind) as kinds, count(*)::int as count
    from passages where source_id = s.id
  ) p`;

// Thousands of texts as one of JSON: to write them as an array of PostgreSQL takes many times as long
const texts = (parameter: string) => `array(select json_array_elements_text(${parameter}::json))`;

// Each way by an index of its own, which one condition with “or” would not reliably use
const CANDIDATES = `${KNOWN} where s.id in (
    select id from sources where document_id = $1 and doi = any(${texts('$2')})
    union select id from sources where document_id = $1 and work = any(${texts('$3')})
    union select id from sources where document_id = $1 and title_start = any(${texts('$4')})
  ) order by s.id`;

const ONE = `${KNOWN} where s.document_id = $1 and s.id = $2`;

// A stem and what letters follow it; a key has no letters but those from a to z
const KEYS = `select distinct s.key from json_array_elements_text($2::json) stem join sources s
    on s.key collate "C" >= stem collate "C" and s.key collate "C" < (stem || '{') collate "C"
  where s.document_id = $1`;

const COUNTS = `select
    (select count(*)::int from sources where document_id = $1) as "sourceCount",
    (select count(*)::int from passages where document_id = $1) as "passageCount"`;

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
  await completeIdentities(manager, documentId);
  return document.language;
}

/** One source; undefined when the document has none with that id. */
export async function knownSource(
  manager: EntityManager,
  documentId: string,
  id: string,
): Promise<KnownSource | undefined> {
  const [source] = await manager.query<KnownSource[]>(ONE, [documentId, id]);
  return source;
}

/** The sources of a document with any of these identities, the oldest first. */
export function candidates(
  manager: EntityManager,
  documentId: string,
  { dois, works, titleStarts }: Wanted,
): Promise<KnownSource[]> {
  return manager.query<KnownSource[]>(CANDIDATES, [
    documentId,
    ...[dois, works, titleStarts].map((wanted) => JSON.stringify([...wanted])),
  ]);
}

function union(sources: readonly KnownSource[], others: readonly KnownSource[]): KnownSource[] {
  const known = new Set(sources.map(({ id }) => id));
  const all = [...sources, ...others.filter(({ id }) => !known.has(id))];
  return all.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** What the document has that matters to an import of these drafts. */
export async function surroundingsOf(
  manager: EntityManager,
  documentId: string,
  drafts: readonly SourceDraft[],
  language: DocumentLanguage,
): Promise<Surroundings> {
  const { wanted, stems } = await wantedBy(drafts, language);
  const found = await candidates(manager, documentId, wanted);
  const merged = wantedAfterMerge(drafts, found);
  const more = merged.works.size > 0 ? await candidates(manager, documentId, merged) : [];
  const taken = await manager.query<{ key: string }[]>(KEYS, [
    documentId,
    JSON.stringify([...stems]),
  ]);
  const [counts] = await manager.query<Pick<Surroundings, 'sourceCount' | 'passageCount'>[]>(
    COUNTS,
    [documentId],
  );
  return {
    sourceCount: 0,
    passageCount: 0,
    ...counts,
    sources: union(found, more),
    keys: taken.map(({ key }) => key),
  };
}
