import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { notFound, type PageQuery } from '../../common';
import type { SourceFile, SourcePassage } from './dto/source-file';

/** With what only the server has to know. */
export interface StoredSourceFile extends SourceFile {
  sha256: string;
  storageKey: string;
}

/** A file that has just been stored, and the source that it may belong to. */
export interface OfferedFile {
  documentId: string;
  sourceId: string;
  file: StoredSourceFile;
  /** The passages that were read from it, in order. */
  texts: readonly string[];
}

/** Bytes of all files of a document's sources. */
const MAX_BYTES = 1024 ** 3;

const FILES = `select f.id, f.kind, f.file_size as "fileSize", f.sha256,
    f.storage_key as "storageKey"
  from source_files f join documents d on d.id = f.document_id
  where d.id = $1 and d.owner_id = $2 and f.source_id = $3`;

const SOURCE = `select (select count(*)::int from passages p where p.source_id = s.id) as count
  from sources s join documents d on d.id = s.document_id
  where d.id = $1 and d.owner_id = $2 and s.id = $3`;

const PASSAGES = `select p.id, p.file_id as "fileId", p.page, p.kind, p.text
  from passages p join documents d on d.id = p.document_id
  where d.id = $1 and d.owner_id = $2 and p.source_id = $3
  order by p.ordinal limit $4 offset $5`;

const WITHOUT_FILE = `select text from passages
  where source_id = $1 and kind = 'fulltext' and file_id is null order by ordinal`;

const KEPT = `select coalesce(sum(file_size), 0)::float8 as bytes from source_files
  where document_id = $1`;

const INSERT = `insert into source_files (id, document_id, source_id, kind, file_size, sha256,
    storage_key) values ($1, $2, $3, $4, $5, $6, $7)`;

const NAME = `update passages set file_id = $2
  where source_id = $1 and kind = 'fulltext' and file_id is null`;

/** The files of sources of one owner's documents: another's are as absent as their document. */
@Injectable()
export class SourceFilesRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  list(ownerId: string, documentId: string, sourceId: string): Promise<StoredSourceFile[]> {
    return this.dataSource.query(`${FILES} order by f.created_at, f.id`, [
      documentId,
      ownerId,
      sourceId,
    ]);
  }

  /** How many passages a source has. @throws ProblemException NOT_FOUND */
  async passageCount(ownerId: string, documentId: string, sourceId: string): Promise<number> {
    const parameters = [documentId, ownerId, sourceId];
    const [source] = await this.dataSource.query<{ count: number }[]>(SOURCE, parameters);
    if (source === undefined) throw notFound();
    return source.count;
  }

  /** The text of a source, in its order. */
  passages(
    ownerId: string,
    documentId: string,
    sourceId: string,
    { page, perPage }: PageQuery,
  ): Promise<SourcePassage[]> {
    const range = [perPage, (page - 1) * perPage];
    return this.dataSource.query(PASSAGES, [documentId, ownerId, sourceId, ...range]);
  }

  /**
   * Makes a file the one that the passages of a source are from, unless they have one, are from
   * another, or the document keeps as much as one may. Callers have locked the document.
   * @returns whether it is kept
   */
  async attach(
    manager: EntityManager,
    { documentId, sourceId, file, texts }: OfferedFile,
  ): Promise<boolean> {
    const rows = await manager.query<{ text: string }[]>(WITHOUT_FILE, [sourceId]);
    const same = rows.length === texts.length && rows.every(({ text }, at) => text === texts[at]);
    if (!same || texts.length === 0) return false;
    const [kept] = await manager.query<{ bytes: number }[]>(KEPT, [documentId]);
    if ((kept?.bytes ?? 0) + file.fileSize > MAX_BYTES) return false;
    const { id, kind, fileSize, sha256, storageKey } = file;
    const values = [id, documentId, sourceId, kind, fileSize, sha256, storageKey];
    await manager.query(INSERT, values);
    await manager.query(NAME, [sourceId, id]);
    return true;
  }
}
