import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { notFound, ProblemException } from '../../common';
import type { Figure, FigureDetails } from './dto/figure';

/** With what only the server has to know. */
export interface StoredFigure extends Figure {
  sha256: string;
  storageKey: string;
}

const MAX_FIGURES = 100;
/** Bytes of all images of a document, which is made into one file in bounded memory. */
const MAX_BYTES = 40 * 1024 * 1024;

const COLUMNS = `f.id, f.key, f.caption, f.alt_text as "altText", f.media_type as "mediaType",
  f.width, f.height, f.file_size as "fileSize", f.sha256, f.storage_key as "storageKey",
  to_char(f.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "createdAt"`;

const OWNED = `from figures f join documents d on d.id = f.document_id
  where d.id = $1 and d.owner_id = $2`;

const LOCK = 'select 1 from documents where id = $1 and owner_id = $2 for no key update';

const TAKEN = 'select key, file_size as "fileSize" from figures where document_id = $1';

const INSERT = `insert into figures as f (id, document_id, key, caption, alt_text, media_type, width,
    height, file_size, sha256, storage_key)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning ${COLUMNS}`;

const UPDATE = `update figures f set caption = coalesce($4, f.caption),
    alt_text = coalesce($5, f.alt_text)
  from documents d where d.id = f.document_id and d.id = $1 and d.owner_id = $2 and f.id = $3
  returning ${COLUMNS}`;

const DELETE = `delete from figures f using documents d
  where d.id = f.document_id and d.id = $1 and d.owner_id = $2 and f.id = $3
  returning f.storage_key as "storageKey"`;

function assertRoom(sizes: readonly number[], added: number): void {
  const bytes = sizes.reduce((sum, size) => sum + size, added);
  if (sizes.length < MAX_FIGURES && bytes <= MAX_BYTES) return;
  const detail = 'A document holds up to 100 images of 40 MB in all. Remove some first.';
  throw new ProblemException('CONFLICT', detail);
}

/** The images of documents of one owner: another's are as absent as their document. */
@Injectable()
export class FiguresRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  list(ownerId: string, documentId: string): Promise<StoredFigure[]> {
    const order = `select ${COLUMNS} ${OWNED} order by f.created_at, f.id`;
    return this.dataSource.query<StoredFigure[]>(order, [documentId, ownerId]);
  }

  /** @throws ProblemException NOT_FOUND */
  async get(ownerId: string, documentId: string, id: string): Promise<StoredFigure> {
    const [row] = await this.dataSource.query<StoredFigure[]>(
      `select ${COLUMNS} ${OWNED} and f.id = $3`,
      [documentId, ownerId, id],
    );
    if (row === undefined) throw notFound();
    return row;
  }

  /**
   * @param keyFrom the key that a new image gets, out of those that are taken
   * @throws ProblemException NOT_FOUND, CONFLICT
   */
  add(
    ownerId: string,
    documentId: string,
    figure: Omit<StoredFigure, 'key' | 'createdAt'>,
    keyFrom: (taken: ReadonlySet<string>) => string,
  ): Promise<StoredFigure> {
    return this.dataSource.transaction(async (manager) => {
      const owned = await manager.query<unknown[]>(LOCK, [documentId, ownerId]);
      if (owned.length === 0) throw notFound();
      const taken = await manager.query<StoredFigure[]>(TAKEN, [documentId]);
      assertRoom(
        taken.map(({ fileSize }) => fileSize),
        figure.fileSize,
      );
      const key = keyFrom(new Set(taken.map((one) => one.key)));
      return this.insert(manager, documentId, { ...figure, key });
    });
  }

  private async insert(
    manager: EntityManager,
    documentId: string,
    figure: Omit<StoredFigure, 'createdAt'>,
  ): Promise<StoredFigure> {
    const { id, key, caption, altText, mediaType, width, height, fileSize } = figure;
    const [row] = await manager.query<StoredFigure[]>(INSERT, [
      ...[id, documentId, key, caption, altText, mediaType, width, height, fileSize],
      ...[figure.sha256, figure.storageKey],
    ]);
    if (row === undefined) throw new Error('The figure was not stored');
    return row;
  }

  /** @throws ProblemException NOT_FOUND */
  async update(
    ownerId: string,
    documentId: string,
    id: string,
    { caption, altText }: FigureDetails,
  ): Promise<StoredFigure> {
    const [rows] = await this.dataSource.query<[StoredFigure[], number]>(UPDATE, [
      ...[documentId, ownerId, id, caption ?? null, altText ?? null],
    ]);
    const [row] = rows;
    if (row === undefined) throw notFound();
    return row;
  }

  /** @returns the storage key of its file. @throws ProblemException NOT_FOUND */
  async remove(ownerId: string, documentId: string, id: string): Promise<string> {
    const [rows] = await this.dataSource.query<[{ storageKey: string }[], number]>(DELETE, [
      ...[documentId, ownerId, id],
    ]);
    const [row] = rows;
    if (row === undefined) throw notFound();
    return row.storageKey;
  }
}
