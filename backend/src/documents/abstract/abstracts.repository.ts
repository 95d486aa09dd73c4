import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { staleVersion } from '../../common';
import { countWords } from '../count-words';
import type { Abstract } from '../dto/abstract';
import type { Provenance } from '../provenance/origin';

const GET = `select a.content, a.status, a.word_count as "wordCount", a.writer, a.basis,
    a.provenance, a.version
  from abstracts a join documents d on d.id = a.document_id
  where d.id = $1 and d.owner_id = $2`;

const LOCK = 'select id from documents where id = $1 for no key update';

// The first text has version 2: before it stands the empty one.
const SAVE = `insert into abstracts as a (document_id, content, status, word_count, writer, basis,
    provenance, version)
  select $1, $2, $3, $4, $5, $6, $7::jsonb, 2
  where $8::int is null or $8 = 1 or exists (select 1 from abstracts where document_id = $1)
  on conflict (document_id) do update set content = excluded.content, status = excluded.status,
    word_count = excluded.word_count, writer = coalesce(excluded.writer, a.writer),
    basis = excluded.basis, provenance = excluded.provenance, version = a.version + 1,
    updated_at = now()
  where $8::int is null or a.version = $8
  returning version`;

const TOUCH = 'update documents set updated_at = now() where id = $1';

export interface StoredAbstract extends Omit<Abstract, 'stale'> {
  basis: string;
  provenance: Provenance;
}

/** What stands for an abstract that nobody has written. */
export const NO_ABSTRACT: StoredAbstract = {
  content: '',
  status: 'planned',
  wordCount: 0,
  writer: null,
  basis: '',
  provenance: { origins: [], spans: [] },
  version: 1,
};

/** Callers have checked who owns the document, but for `get`, which finds none of another's. */
@Injectable()
export class AbstractsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async get(
    ownerId: string,
    documentId: string,
    manager: Pick<EntityManager, 'query'> = this.dataSource,
  ): Promise<StoredAbstract> {
    const [row] = await manager.query<StoredAbstract[]>(GET, [documentId, ownerId]);
    return row ?? NO_ABSTRACT;
  }

  /** Until the transaction ends nobody else changes the document. */
  async lock(manager: EntityManager, documentId: string): Promise<void> {
    await manager.query(LOCK, [documentId]);
  }

  /**
   * Stores a text if there is still `version` (undefined: whatever there is).
   * @throws ProblemException STALE_VERSION
   */
  async save(
    manager: EntityManager,
    documentId: string,
    text: Omit<StoredAbstract, 'version' | 'wordCount'>,
    version?: number,
  ): Promise<void> {
    const { content, status, writer, basis, provenance } = text;
    const saved = await manager.query<unknown[]>(SAVE, [
      ...[documentId, content, status, countWords(content), writer, basis],
      ...[JSON.stringify(provenance), version ?? null],
    ]);
    if (saved.length === 0) throw staleVersion();
    await manager.query(TOUCH, [documentId]);
  }
}
