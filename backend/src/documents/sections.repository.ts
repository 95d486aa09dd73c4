import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type DocumentLanguage, notFound, staleVersion } from '../common';
import { countWords } from './count-words';
import type { Outline } from './dto/outline';
import type { Section } from './dto/section';
import type { CitationEvidence, SectionText } from './section-text';

const SECTION = `s.id, s.title, s.content, s.status, s.word_count as "wordCount", s.writer,
  s.version`;

const REMOVE_DROPPED = `delete from sections where document_id = $1 and not id = any($2::uuid[])`;

const PLACE = `insert into sections (id, document_id, position, title)
  select id, $1, position - 1, title
  from unnest($2::uuid[], $3::text[]) with ordinality as outline (id, title, position)
  on conflict (id) do update set position = excluded.position, title = excluded.title
  where sections.document_id = excluded.document_id
  returning id`;

// The document is locked first, as its deletion does, so that the two cannot wait for each other.
const SAVE = `update sections s set content = $3, word_count = $4, status = $5,
    writer = case when $5 = 'edited' then s.writer else $6 end,
    version = s.version + 1, updated_at = now()
  from (select id from documents where id = $2 for no key update) d
  where s.id = $1 and d.id = s.document_id and ($7::int is null or s.version = $7)
  returning ${SECTION}`;

// Rows come as one JSON text. A trigger refuses a quotation that does not stand in its passage.
const CITE = `insert into section_citations (section_id, ordinal, source_id, passage_id, locator,
    quotation, quotation_start, quotation_end, state, score, model_checked)
  select $1, ordinal, "sourceId", "passageId", locator, quotation, start, "end", state, score,
    "modelChecked"
  from json_to_recordset($2::json) as t(ordinal int, "sourceId" uuid, "passageId" uuid,
    locator text, quotation text, start int, "end" int, state text, score float8,
    "modelChecked" boolean)`;

const EVIDENCE = `coalesce((select json_agg(json_build_object('sourceId', c.source_id,
    'passageId', c.passage_id, 'locator', c.locator, 'quotation', c.quotation,
    'start', c.quotation_start, 'end', c.quotation_end, 'state', c.state, 'score', c.score,
    'modelChecked', c.model_checked) order by c.ordinal)
  from section_citations c where c.section_id = s.id), '[]') as evidence`;

// One statement, so that text and evidence belong together.
const EVIDENCED = `select s.id, s.content, s.status, s.writer, d.language, ${EVIDENCE}
  from sections s join documents d on d.id = s.document_id
  where d.id = $1 and d.owner_id = $2 and ($3::uuid is null or s.id = $3) order by s.position`;

const COUNT_WORDS = `update documents set updated_at = now(), word_count =
    (select coalesce(sum(word_count), 0) from sections where document_id = $1)
  where id = $1`;

export interface EvidencedSection {
  id: string;
  content: string;
  status: Section['status'];
  writer: string | null;
  /** Of the document. */
  language: DocumentLanguage;
  evidence: CitationEvidence[];
}

/** Sections and what their citations rest on. Callers have checked who owns the document. */
@Injectable()
export class SectionsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws ProblemException NOT_FOUND */
  async get(ownerId: string, documentId: string, sectionId: string): Promise<Section> {
    const [section] = await this.dataSource.query<Section[]>(
      `select ${SECTION} from sections s join documents d on d.id = s.document_id
       where s.id = $1 and d.id = $2 and d.owner_id = $3`,
      [sectionId, documentId, ownerId],
    );
    if (section === undefined) throw notFound();
    return section;
  }

  /** Makes the rows follow the outline: kept sections keep their text, dropped ones go. */
  async arrange(manager: EntityManager, documentId: string, { sections }: Outline): Promise<void> {
    const ids = sections.map(({ id }) => id);
    await manager.query(REMOVE_DROPPED, [documentId, ids]);
    const titles = sections.map(({ title }) => title);
    const placed = await manager.query<unknown[]>(PLACE, [documentId, ids, titles]);
    if (placed.length !== ids.length) throw notFound();
    await manager.query(COUNT_WORDS, [documentId]);
  }

  /**
   * Stores a section's text with its evidence, if it still has `version` (undefined: whatever).
   * @throws ProblemException STALE_VERSION
   */
  async save(
    manager: EntityManager,
    text: Omit<SectionText, 'stages'>,
    version?: number,
  ): Promise<Section> {
    const { documentId, sectionId, content, status, writer } = text;
    const [[saved]] = await manager.query<[Section[], number]>(SAVE, [
      sectionId,
      documentId,
      content,
      countWords(content),
      status,
      writer,
      version ?? null,
    ]);
    if (saved === undefined) throw staleVersion();
    await this.cite(manager, sectionId, text.evidence);
    await manager.query(COUNT_WORDS, [documentId]);
    return saved;
  }

  /**
   * A section's text with what each of its citations rests on, in order.
   * @throws ProblemException NOT_FOUND
   */
  async getEvidenced(
    ownerId: string,
    documentId: string,
    sectionId: string,
  ): Promise<EvidencedSection> {
    const parameters = [documentId, ownerId, sectionId];
    const [section] = await this.dataSource.query<EvidencedSection[]>(EVIDENCED, parameters);
    if (section === undefined) throw notFound();
    return section;
  }

  /** The same of every section of a document, in the order of the outline; none for another's. */
  listEvidenced(ownerId: string, documentId: string): Promise<EvidencedSection[]> {
    return this.dataSource.query<EvidencedSection[]>(EVIDENCED, [documentId, ownerId, null]);
  }

  private async cite(manager: EntityManager, sectionId: string, evidence: CitationEvidence[]) {
    await manager.query('delete from section_citations where section_id = $1', [sectionId]);
    if (evidence.length === 0) return;
    const rows = evidence.map((one, ordinal) => ({ ...one, ordinal }));
    await manager.query(CITE, [sectionId, JSON.stringify(rows)]);
  }
}
