import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { JoinRecord, RestoredSection, TakenOver } from './join-record';

const STATE = `select id, key, mandatory, page_count as "pageCount", to_jsonb(s) as row
  from sources s where document_id = $1 and id = any($2::uuid[])`;

const PASSAGES = `select id, ordinal from passages where document_id = $1 and source_id = $2
  order by ordinal`;

const FILES = 'select id from source_files where document_id = $1 and source_id = $2 order by id';

const INSERT = `insert into source_joins (gone_id, document_id, source_id, record)
  values ($2, $1, $3, $4)`;

const FIND = `select source_id as "sourceId", record from source_joins
  where document_id = $1 and gone_id = $2 and behind is null`;

const TAKEN = `select 1 from sources t, jsonb_populate_record(null::sources, $2) gone
  where t.document_id = $1 and (t.key = gone.key or t.identity = gone.identity
    or t.doi = gone.doi or t.id = gone.id) limit 1`;

const VERSIONS = 'select id, title, version from sections where document_id = $1 order by position';

// Of texts that were written, or given other citations, since.
const CITING = `select s.title from sections s
  where s.document_id = $1 and not s.id = any($3::uuid[])
    and exists (select 1 from section_citations c
      where c.section_id = s.id and c.passage_id = any($2::uuid[]))
  order by s.position`;

const BRING_BACK = `insert into sources select * from jsonb_populate_record(null::sources, $1)`;

const GIVE_PASSAGES = `update passages p set source_id = $2, ordinal = t.ordinal
  from json_to_recordset($4::json) as t(id uuid, ordinal int)
  where p.document_id = $1 and p.source_id = $3 and p.id = t.id`;

// Without gaps, since the next ones are counted on from their number.
const CLOSE_GAPS = `update passages p set ordinal = t.place from (
    select id, row_number() over (order by ordinal) - 1 as place from passages where source_id = $1
  ) t where p.id = t.id and p.ordinal <> t.place`;

const GIVE_FILES = `update source_files set source_id = $2
  where document_id = $1 and source_id = $3 and id = any($4::uuid[])`;

const GIVE_BACK = `update sources s set mandatory = $3, page_count = $4,
    status = case when exists (select 1 from passages p where p.source_id = s.id)
      then 'ready' else 'reference_only' end
  where s.document_id = $1 and s.id = $2`;

// The merges into a source that goes belong to the one that stays until it is there again.
const PASS_ON = `update source_joins set source_id = $3, behind = coalesce(behind, $2)
  where document_id = $1 and source_id = $2`;

const TAKE_BACK = `with recursive own as (
    select gone_id, null::uuid as behind from source_joins
      where document_id = $1 and behind = $2
    union all
    select j.gone_id, j.behind from source_joins j join own on j.behind = own.gone_id
      where j.document_id = $1
  )
  update source_joins j set source_id = $2, behind = own.behind from own
  where j.gone_id = own.gone_id`;

// A text is what it was, under a later version.
const FOLLOW = `update source_joins j set record = jsonb_set(j.record, '{sections}', (
    select jsonb_agg(case when t.id is null then s.section
        else jsonb_set(s.section, '{version}', to_jsonb(t.now)) end order by s.place)
      from jsonb_array_elements(j.record -> 'sections') with ordinality s(section, place)
      left join jsonb_to_recordset($2::jsonb) as t(id uuid, before int, now int)
        on t.id = (s.section ->> 'id')::uuid and t.before = (s.section ->> 'version')::int))
  where j.document_id = $1 and j.record -> 'sections' <> '[]'`;

const DELETE = 'delete from source_joins where document_id = $1 and gone_id = $2';

type SourceState = TakenOver & { id: string; key: string; row: JoinRecord['gone']['row'] };

interface SectionVersion {
  id: string;
  title: string;
  version: number;
}

/** The records of merges, and the rows that change back. Callers have locked the document. */
@Injectable()
export class JoinsRepository {
  /** What two sources are before they become one; texts and outline are the caller's. */
  async stateOf(
    manager: EntityManager,
    documentId: string,
    goneId: string,
    intoId: string,
  ): Promise<Omit<JoinRecord, 'sections' | 'sourceKeys'>> {
    const states = await manager.query<SourceState[]>(STATE, [documentId, [goneId, intoId]]);
    const [from, into] = [goneId, intoId].map((id) => states.find((state) => state.id === id));
    if (from === undefined || into === undefined) throw new Error('a locked source is missing');
    const ofGone = [documentId, goneId];
    const files = await manager.query<{ id: string }[]>(FILES, ofGone);
    return {
      gone: { mandatory: from.mandatory, pageCount: from.pageCount, row: from.row },
      stayed: { mandatory: into.mandatory, pageCount: into.pageCount, key: into.key },
      passages: await manager.query<JoinRecord['passages']>(PASSAGES, ofGone),
      files: files.map(({ id }) => id),
    };
  }

  async keep(
    manager: EntityManager,
    documentId: string,
    goneId: string,
    intoId: string,
    record: JoinRecord,
  ): Promise<void> {
    await manager.query(INSERT, [documentId, goneId, intoId, JSON.stringify(record)]);
  }

  async find(
    manager: EntityManager,
    documentId: string,
    goneId: string,
  ): Promise<{ sourceId: string; record: JoinRecord } | undefined> {
    const [join] = await manager.query<{ sourceId: string; record: JoinRecord }[]>(FIND, [
      documentId,
      goneId,
    ]);
    return join;
  }

  /** Whether another source has the key by now, or is the same work. */
  async isTaken(
    manager: EntityManager,
    documentId: string,
    { gone }: JoinRecord,
  ): Promise<boolean> {
    const taken = await manager.query<unknown[]>(TAKEN, [documentId, JSON.stringify(gone.row)]);
    return taken.length > 0;
  }

  versions(manager: EntityManager, documentId: string): Promise<SectionVersion[]> {
    return manager.query(VERSIONS, [documentId]);
  }

  /** Sections, other than those that were rewritten, that cite what would go back. */
  citing(
    manager: EntityManager,
    documentId: string,
    { passages, sections }: JoinRecord,
  ): Promise<{ title: string }[]> {
    const ids = passages.map(({ id }) => id);
    return manager.query(CITING, [documentId, ids, sections.map(({ id }) => id)]);
  }

  /** Makes the source that went be there again, with its passages and files. */
  async separate(
    manager: EntityManager,
    documentId: string,
    stayedId: string,
    { gone, passages, files }: JoinRecord,
  ): Promise<void> {
    const goneId = gone.row.id;
    await manager.query(BRING_BACK, [JSON.stringify(gone.row)]);
    const moved = JSON.stringify(passages);
    await manager.query(GIVE_PASSAGES, [documentId, goneId, stayedId, moved]);
    for (const id of [goneId, stayedId]) await manager.query(CLOSE_GAPS, [id]);
    await manager.query(GIVE_FILES, [documentId, goneId, stayedId, files]);
  }

  async stateNow(manager: EntityManager, documentId: string, id: string): Promise<TakenOver> {
    const [state] = await manager.query<SourceState[]>(STATE, [documentId, [id]]);
    if (state === undefined) throw new Error('a locked source is missing');
    return state;
  }

  async giveBack(
    manager: EntityManager,
    documentId: string,
    id: string,
    { mandatory, pageCount }: TakenOver,
  ): Promise<void> {
    await manager.query(GIVE_BACK, [documentId, id, mandatory, pageCount]);
  }

  /** Has merges into a source that goes wait until it is there again. */
  async passOn(
    manager: EntityManager,
    documentId: string,
    goneId: string,
    intoId: string,
  ): Promise<void> {
    await manager.query(PASS_ON, [documentId, goneId, intoId]);
  }

  /** The other way round, once it is there again. */
  async takeBack(manager: EntityManager, documentId: string, sourceId: string): Promise<void> {
    await manager.query(TAKE_BACK, [documentId, sourceId]);
  }

  /** Has merges that rewrote texts before take these for untouched since. */
  async follow(
    manager: EntityManager,
    documentId: string,
    restored: readonly RestoredSection[],
  ): Promise<void> {
    if (restored.length === 0) return;
    await manager.query(FOLLOW, [documentId, JSON.stringify(restored)]);
  }

  async forget(manager: EntityManager, documentId: string, goneId: string): Promise<void> {
    await manager.query(DELETE, [documentId, goneId]);
  }
}
