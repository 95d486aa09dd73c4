import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import type { FileFormat } from './export-format';

/** A file that was made, and the content it was made from. */
export interface StoredExport {
  id: string;
  documentId: string;
  format: FileFormat;
  contentHash: string;
  storageKey: string;
  /** Of the file, in hexadecimal. */
  sha256: string;
  /** In bytes. */
  fileSize: number;
}

const COLUMNS = `id, document_id as "documentId", format, content_hash as "contentHash",
  storage_key as "storageKey", sha256, file_size as "fileSize"`;

/** Files of exports, for callers who have established who owns the document or hold a signed link. */
@Injectable()
export class ExportsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async find(
    documentId: string,
    format: FileFormat,
    contentHash: string,
  ): Promise<StoredExport | undefined> {
    const [row] = await this.dataSource.query<StoredExport[]>(
      `select ${COLUMNS} from exports
       where document_id = $1 and format = $2 and content_hash = $3`,
      [documentId, format, contentHash],
    );
    return row;
  }

  /** With the title of its document; undefined when either is gone. */
  async get(id: string): Promise<(StoredExport & { title: string }) | undefined> {
    const [row] = await this.dataSource.query<(StoredExport & { title: string })[]>(
      `select e.*, d.title from (select ${COLUMNS} from exports where id = $1) e
       join documents d on d.id = e."documentId"`,
      [id],
    );
    return row;
  }

  /** False when another process has stored the same content meanwhile. */
  async insert(stored: StoredExport): Promise<boolean> {
    const { id, documentId, format, contentHash, storageKey, sha256, fileSize } = stored;
    const rows = await this.dataSource.query<unknown[]>(
      `insert into exports (id, document_id, format, content_hash, storage_key, sha256, file_size)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (document_id, format, content_hash) do nothing returning id`,
      [id, documentId, format, contentHash, storageKey, sha256, fileSize],
    );
    return rows.length > 0;
  }

  /** Notes that a link to it works until `until`, so that it is kept as long. */
  async keepUntil(id: string, until: Date): Promise<void> {
    await this.dataSource.query(
      'update exports set linked_until = greatest(linked_until, $2) where id = $1',
      [id, until],
    );
  }

  async remove(id: string): Promise<void> {
    await this.dataSource.query('delete from exports where id = $1', [id]);
  }

  /** Forgets files of earlier contents to which no link works any more; gives their storage keys. */
  async forgetOutdated({ documentId, format, contentHash }: StoredExport): Promise<string[]> {
    const [rows] = await this.dataSource.query<[{ storageKey: string }[], number]>(
      `delete from exports
       where document_id = $1 and format = $2 and content_hash <> $3 and linked_until < now()
       returning storage_key as "storageKey"`,
      [documentId, format, contentHash],
    );
    return rows.map(({ storageKey }) => storageKey);
  }
}
