import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import {
  type DocumentLanguage,
  notFound,
  type PageQuery,
  ProblemException,
  violates,
} from '../common';
import { citedIn } from './cited-in';
import type { CslItem } from './csl/csl-item';
import type { ExistenceCheck } from './dto/existence-check';
import type { Source } from './dto/source';
import { toSource } from './to-source';

const SOURCE = `select s.id, s.key, s.csl, s.page_count as "pageCount", s.mandatory,
    s.existence_check as "check",
    (select count(*)::int from passages p where p.source_id = s.id) as "passageCount"
  from sources s join documents d on d.id = s.document_id
  where d.id = $1 and d.owner_id = $2`;

const DOCUMENT = `select d.language,
    (select count(*)::int from sources s where s.document_id = d.id) as "sourceCount"
  from documents d where d.id = $1 and d.owner_id = $2`;

const RECORDS = `select s.csl from sources s join documents d on d.id = s.document_id
  where d.id = $1 and d.owner_id = $2`;

const KEEP_CHECK = `update sources s set existence_check = $4 from documents d
  where s.id = $1 and d.id = s.document_id and d.owner_id = $2 and s.csl = $3::jsonb`;

// The document is locked first, as by everything else that changes its sources.
const DELETE = `with document as (
    select id from documents where id = $1 and owner_id = $2 for no key update
  ), deleted as (
    delete from sources s using document
    where s.document_id = document.id and s.id = $3
      and not exists (select 1 from section_citations c where c.source_id = s.id)
    returning s.document_id
  )
  update documents d set sources_revision = sources_revision + 1
  from deleted where d.id = deleted.document_id
  returning d.id`;

const CITING_SECTIONS = `select s.title from sections s join documents d on d.id = s.document_id
  where d.id = $1 and d.owner_id = $2
    and exists (select 1 from section_citations c where c.section_id = s.id and c.source_id = $3)
  order by s.position`;

type SourceRow = Parameters<typeof toSource>[0];

export interface OwnedDocument {
  language: DocumentLanguage;
  sourceCount: number;
}

/** Sources of one owner's documents: another's are as absent as those that never were. */
@Injectable()
export class SourcesRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws ProblemException NOT_FOUND */
  async document(ownerId: string, documentId: string): Promise<OwnedDocument> {
    const parameters = [documentId, ownerId];
    const [document] = await this.dataSource.query<OwnedDocument[]>(DOCUMENT, parameters);
    if (document === undefined) throw notFound();
    return document;
  }

  async list(ownerId: string, documentId: string, { page, perPage }: PageQuery): Promise<Source[]> {
    const rows = await this.dataSource.query<SourceRow[]>(
      `${SOURCE} order by s.id limit $3 offset $4`,
      [documentId, ownerId, perPage, (page - 1) * perPage],
    );
    return rows.map(toSource);
  }

  /** Every record of the document. @throws ProblemException NOT_FOUND */
  async records(ownerId: string, documentId: string): Promise<CslItem[]> {
    await this.document(ownerId, documentId);
    const rows = await this.dataSource.query<{ csl: CslItem }[]>(RECORDS, [documentId, ownerId]);
    return rows.map(({ csl }) => csl);
  }

  /** @throws ProblemException NOT_FOUND */
  async get(ownerId: string, documentId: string, id: string): Promise<Source> {
    return toSource(await this.row(ownerId, documentId, id));
  }

  /** The record of a source. @throws ProblemException NOT_FOUND */
  async record(ownerId: string, documentId: string, id: string): Promise<CslItem> {
    const { csl } = await this.row(ownerId, documentId, id);
    return csl;
  }

  /**
   * Keeps what was found out about a reference, unless that has changed or gone meanwhile.
   * @param csl the reference as it was checked
   */
  async keepCheck(ownerId: string, id: string, csl: CslItem, check: ExistenceCheck): Promise<void> {
    await this.dataSource.query(KEEP_CHECK, [id, ownerId, JSON.stringify(csl), check]);
  }

  /**
   * Deletes a source with its passages unless the text cites it.
   * @throws ProblemException NOT_FOUND; CONFLICT naming the sections that cite it
   */
  async remove(ownerId: string, documentId: string, id: string): Promise<void> {
    const parameters = [documentId, ownerId, id];
    const affected = await this.dataSource.query<[unknown[], number]>(DELETE, parameters).then(
      ([, count]) => count,
      (error: unknown) => {
        // Cited by a text that was stored at the same moment
        if (violates(error, 'foreign_key')) return 0;
        throw error;
      },
    );
    if (affected > 0) return;
    const { key } = await this.get(ownerId, documentId, id);
    const citing = await this.dataSource.query<{ title: string }[]>(CITING_SECTIONS, parameters);
    const where = citedIn(citing);
    const detail = `The text cites ${key} in: ${where}. Take its citations out of these sections first.`;
    throw new ProblemException('CONFLICT', detail);
  }

  private async row(ownerId: string, documentId: string, id: string): Promise<SourceRow> {
    const parameters = [documentId, ownerId, id];
    const [row] = await this.dataSource.query<SourceRow[]>(`${SOURCE} and s.id = $3`, parameters);
    if (row === undefined) throw notFound();
    return row;
  }
}
