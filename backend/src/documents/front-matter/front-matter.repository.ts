import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type DocumentLanguage, staleVersion } from '../../common';
import { countWords } from '../count-words';
import { FRONT_PARTS, type FrontPart, type FrontText } from '../dto/front-text';
import type { Provenance } from '../provenance/origin';

const COLUMNS = `content, status, word_count as "wordCount", writer, basis, provenance, version`;

// Code of before reads and writes abstracts, and nothing but them.
const LIST = `select f.* from documents d, lateral (
    select 'abstract' as part, null as language, ${COLUMNS} from abstracts where document_id = d.id
    union all
    select part, language, ${COLUMNS} from front_texts where document_id = d.id
  ) f
  where d.id = $1 and d.owner_id = $2 and f.part = any($3::text[])`;

const LOCK = 'select id from documents where id = $1 for no key update';

interface Table {
  name: string;
  /** Columns and their parameters beside those that both tables have. */
  more: readonly (readonly [column: string, parameter: string])[];
  key: string;
  /** Whether a row is that of the text. */
  isSame: string;
}

// The first text has version 2: before it stands the empty one.
function saveInto({ name, more, key, isSame }: Table): string {
  const columns = more.map(([column]) => `, ${column}`).join('');
  const values = more.map(([, parameter]) => `, ${parameter}`).join('');
  const changes = more.map(([column]) => `${column} = excluded.${column}, `).join('');
  return `insert into ${name} as f (document_id, content, status, word_count, writer, basis,
      provenance, version${columns})
    select $1, $2, $3, $4, $5, $6, $7::jsonb, 2${values}
    where $8::int is null or $8 = 1 or exists (select 1 from ${name} where ${isSame})
    on conflict (${key}) do update set ${changes}content = excluded.content,
      status = excluded.status, word_count = excluded.word_count,
      writer = coalesce(excluded.writer, f.writer), basis = excluded.basis,
      provenance = excluded.provenance, version = f.version + 1, updated_at = now()
    where $8::int is null or f.version = $8
    returning version`;
}

const SAVE_ABSTRACT = saveInto({
  name: 'abstracts',
  more: [],
  key: 'document_id',
  isSame: 'document_id = $1',
});

const SAVE_OTHER = saveInto({
  name: 'front_texts',
  more: [
    ['part', '$9'],
    ['language', '$10'],
  ],
  key: 'document_id, part',
  isSame: 'document_id = $1 and part = $9',
});

const TOUCH = 'update documents set updated_at = now() where id = $1';

export interface StoredFrontText extends Omit<FrontText, 'stale' | 'language'> {
  /** Null for one that nobody chose. */
  language: DocumentLanguage | null;
  basis: string;
  provenance: Provenance;
}

/** What stands for a text that nobody has written. */
const nothing = (part: FrontPart): StoredFrontText => ({
  part,
  content: '',
  language: null,
  status: 'planned',
  wordCount: 0,
  writer: null,
  basis: '',
  provenance: { origins: [], spans: [] },
  version: 1,
});

/** Which text of which document. */
export interface FrontTextPlace {
  documentId: string;
  part: FrontPart;
}

/** Callers have checked who owns the document, but for what is read, which finds none of another's. */
@Injectable()
export class FrontMatterRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Every part, in order. */
  async list(ownerId: string, documentId: string): Promise<StoredFrontText[]> {
    return this.read(this.dataSource, ownerId, documentId, FRONT_PARTS);
  }

  async get(
    ownerId: string,
    { documentId, part }: FrontTextPlace,
    manager: Pick<EntityManager, 'query'> = this.dataSource,
  ): Promise<StoredFrontText> {
    const [text] = await this.read(manager, ownerId, documentId, [part]);
    return text ?? nothing(part);
  }

  private async read(
    manager: Pick<EntityManager, 'query'>,
    ownerId: string,
    documentId: string,
    parts: readonly FrontPart[],
  ): Promise<StoredFrontText[]> {
    const rows = await manager.query<StoredFrontText[]>(LIST, [documentId, ownerId, parts]);
    return parts.map((part) => rows.find((row) => row.part === part) ?? nothing(part));
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
    text: Omit<StoredFrontText, 'version' | 'wordCount'>,
    version?: number,
  ): Promise<void> {
    const { part, content, language, status, writer, basis, provenance } = text;
    const shared = [
      ...[documentId, content, status, countWords(content), writer, basis],
      ...[JSON.stringify(provenance), version ?? null],
    ];
    const saved = await (part === 'abstract'
      ? manager.query<unknown[]>(SAVE_ABSTRACT, shared)
      : manager.query<unknown[]>(SAVE_OTHER, [...shared, part, language]));
    if (saved.length === 0) throw staleVersion();
    await manager.query(TOUCH, [documentId]);
  }
}
