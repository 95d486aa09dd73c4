import { Injectable } from '@nestjs/common';
import { InjectDataSource, InjectRepository } from '@nestjs/typeorm';
import { DataSource, type EntityManager, Repository } from 'typeorm';
import { newId, notFound, ProblemException, staleVersion } from '../common';
import { Outbox } from '../outbox';
import { DOCUMENT_REMOVED } from './document-removed';
import { DocumentEntity } from './document.entity';
import type {
  CreateDocument,
  Document,
  DocumentQuery,
  DocumentSummary,
  UpdateDocument,
} from './dto/document';
import { countOf, listOf } from './document-list';

const SUMMARY = `d.id, d.title, d.topic, d.language, d.type, d.target_pages as "targetPages",
  d.citation_style as "citationStyle", d.additional_requirements as "additionalRequirements",
  d.status, d.word_count as "wordCount", d.archived, d.version, d.created_at as "createdAt",
  d.updated_at as "updatedAt"`;

// One round trip: the sections come as JSON beside the document.
const GET = `select ${SUMMARY}, d.outline, coalesce((
    select json_agg(json_build_object('id', s.id, 'title', s.title, 'content', s.content,
      'status', s.status, 'wordCount', s.word_count, 'writer', s.writer, 'version', s.version)
      order by s.position)
    from sections s where s.document_id = d.id), '[]') as sections
  from documents d where d.id = $1 and d.owner_id = $2`;

const CREATE = `insert into documents as d (id, owner_id, title, topic, language, type,
    target_pages, citation_style, additional_requirements)
  select $1::uuid, $2::uuid, $3, $4, $5, $6, $7::int, $8, $9
  where $10::int is null or $10 > (
    select count(*) from (select 1 from documents where owner_id = $2 limit $10) owned)
  returning ${SUMMARY}`;

/** Longer than anything takes that may put a file into the folder of a document that is gone. */
const FILES_AFTER_S = 3600;

function tooMany(most: number | null): ProblemException {
  const detail = `You have ${String(most)} documents, as many as one account can hold. Delete one that you no longer need.`;
  return new ProblemException('DOCUMENT_LIMIT', detail);
}

type Row<Json> = Omit<Json, 'createdAt' | 'updatedAt'> & { createdAt: Date; updatedAt: Date };

function toJson<Json extends DocumentSummary>(row: Row<Json>): Json {
  const createdAt = row.createdAt.toISOString();
  return { ...row, createdAt, updatedAt: row.updatedAt.toISOString() } as Json;
}

/** Documents of one owner: another's document is as absent as one that never was. */
@Injectable()
export class DocumentsRepository {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @InjectRepository(DocumentEntity) private readonly documents: Repository<DocumentEntity>,
    private readonly outbox: Outbox,
  ) {}

  // The hot routes use plain SQL: building it anew through the mapper costs half of a request.

  /** @throws ProblemException DOCUMENT_LIMIT when the owner has `most` already (null: no limit) */
  async create(ownerId: string, fields: CreateDocument, most: number | null): Promise<Document> {
    const rows = await this.dataSource.query<Row<DocumentSummary>[]>(CREATE, [
      newId(),
      ownerId,
      fields.title,
      fields.topic,
      fields.language,
      fields.type,
      fields.targetPages,
      fields.citationStyle,
      fields.additionalRequirements,
      most,
    ]);
    const [created] = rows;
    if (created === undefined) throw tooMany(most);
    return { ...toJson<DocumentSummary>(created), outline: null, sections: [] };
  }

  async list(ownerId: string, query: DocumentQuery) {
    type ListRow = Row<DocumentSummary> & { total: number };
    const rows = await this.dataSource.query<ListRow[]>(...listOf(SUMMARY, ownerId, query));
    const total = rows[0]?.total ?? (query.page === 1 ? 0 : await this.count(ownerId, query));
    return { items: rows.map(({ total: _total, ...row }) => toJson<DocumentSummary>(row)), total };
  }

  /** For a page past the end, which has no row to carry the total. */
  private async count(ownerId: string, query: DocumentQuery): Promise<number> {
    const [row] = await this.dataSource.query<{ total: number }[]>(...countOf(ownerId, query));
    return row?.total ?? 0;
  }

  /** @throws ProblemException NOT_FOUND */
  async get(ownerId: string, id: string): Promise<Document> {
    const [row] = await this.dataSource.query<Row<Document>[]>(GET, [id, ownerId]);
    if (row === undefined) throw notFound();
    return toJson<Document>(row);
  }

  /**
   * Changes fields if the document still has `version` (undefined: whatever it has).
   * @throws ProblemException NOT_FOUND, STALE_VERSION
   */
  async update(
    ownerId: string,
    id: string,
    patch: UpdateDocument & Partial<Pick<DocumentEntity, 'outline' | 'outlinedAt' | 'status'>>,
    version?: number,
    manager: EntityManager = this.documents.manager,
  ): Promise<void> {
    const { affected } = await manager
      .createQueryBuilder()
      .update(DocumentEntity)
      .set({ ...patch, version: () => 'version + 1' })
      .where('id = :id and owner_id = :ownerId', { id, ownerId })
      .andWhere(version === undefined ? 'true' : 'version = :version', { version })
      .execute();
    if (affected) return;
    if (await manager.existsBy(DocumentEntity, { id, ownerId })) throw staleVersion();
    throw notFound();
  }

  /** @throws ProblemException NOT_FOUND */
  async remove(ownerId: string, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { affected } = await manager.delete(DocumentEntity, { id, ownerId });
      if (!affected) throw notFound();
      await this.outbox.add(manager, DOCUMENT_REMOVED, id, { documentId: id }, FILES_AFTER_S);
    });
  }
}
