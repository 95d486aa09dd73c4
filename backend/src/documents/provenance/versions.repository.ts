import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { newId, notFound, type PageQuery } from '../../common';
import { countWords } from '../count-words';
import type { OutlineSection } from '../dto/outline';
import type { VersionSummary } from '../dto/version';
import { planOf } from '../section-plan';
import type { CitationEvidence } from '../section-text';
import type { VersionStep, Provenance } from './origin';

const SUMMARY = `v.id, v.section_id as "sectionId", v.title as "sectionTitle", v.version, v.step,
  v.writer, v.word_count as "wordCount", v.created_at as "createdAt"`;

const LATEST = `select id, version, step, content, provenance, began_at as "beganAt"
  from section_versions where section_id = $1 order by version desc limit 1`;

const INSERT = `insert into section_versions (id, document_id, section_id, title, version, step,
    writer, word_count, content, provenance, evidence, began_at, plan)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, coalesce($12, now()), $13)`;

const PLANS = `select s.id, v.plan from sections s cross join lateral (
    select plan from section_versions v where v.section_id = s.id order by v.version desc limit 1) v
  where s.document_id = $1 and s.content <> '' and v.plan is not null`;

const PLANNED = `select section from documents d,
    jsonb_array_elements(d.outline -> 'sections') section
  where d.id = $1 and section ->> 'id' = $2`;

const OWNED = `from section_versions v join documents d on d.id = v.document_id
  where d.id = $1 and d.owner_id = $2`;

const LIST = `select ${SUMMARY}, (count(*) over ())::int as total ${OWNED}
  and ($3::uuid is null or v.section_id = $3)
  order by v.created_at desc, v.version desc, v.id desc limit $4 offset $5`;

const GET = `select ${SUMMARY}, v.content, v.provenance, v.evidence, v.plan ${OWNED} and v.id = $3`;

const CURRENT = `select s.id as "sectionId", s.title, s.version, s.content, v.content as stored,
    v.provenance
  from sections s join documents d on d.id = s.document_id
    left join lateral (select content, provenance from section_versions v
      where v.section_id = s.id order by v.version desc limit 1) v on true
  where d.id = $1 and d.owner_id = $2 and s.content <> '' order by s.position`;

export interface LatestVersion {
  id: string;
  version: number;
  step: VersionStep;
  content: string;
  provenance: Provenance;
  /** When the first of the edits that it gathers was stored. */
  beganAt: Date;
}

export interface NewVersion {
  documentId: string;
  sectionId: string;
  title: string;
  version: number;
  step: VersionStep;
  writer: string | null;
  content: string;
  provenance: Provenance;
  evidence: readonly CitationEvidence[];
  /** Null for now. */
  beganAt: Date | null;
  /** Fingerprint of what the outline asked for; null when that is not known. */
  plan: string | null;
}

type Dated<Json> = Omit<Json, 'createdAt'> & { createdAt: Date };

const toJson = <Row extends { createdAt: Date }>({ createdAt, ...row }: Row) => ({
  ...row,
  createdAt: createdAt.toISOString(),
});

export interface StoredVersion extends VersionSummary {
  content: string;
  provenance: Provenance;
  evidence: CitationEvidence[];
  plan: string | null;
}

export interface CurrentText {
  sectionId: string;
  title: string;
  version: number;
  content: string;
  /** The text that the provenance is of; null when none was stored. */
  stored: string | null;
  provenance: Provenance | null;
}

/** What sections said before, and say now. */
@Injectable()
export class VersionsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async latest(manager: EntityManager, sectionId: string): Promise<LatestVersion | undefined> {
    const [row] = await manager.query<LatestVersion[]>(LATEST, [sectionId]);
    return row;
  }

  async insert(manager: EntityManager, version: NewVersion): Promise<void> {
    const { documentId, sectionId, title, step, writer, content, provenance, evidence } = version;
    await manager.query(INSERT, [
      ...[newId(), documentId, sectionId, title, version.version, step, writer],
      ...[countWords(content), content, JSON.stringify(provenance), JSON.stringify(evidence)],
      ...[version.beganAt, version.plan],
    ]);
  }

  /** What the texts of a document were written from, by section, as far as that was stored. */
  async plans(documentId: string): Promise<Map<string, string>> {
    interface Row {
      id: string;
      plan: string;
    }
    const rows = await this.dataSource.query<Row[]>(PLANS, [documentId]);
    return new Map(rows.map(({ id, plan }) => [id, plan]));
  }

  /** What the outline asks of a section now; null when it does not know it. */
  async planned(manager: EntityManager, documentId: string, sectionId: string) {
    interface Row {
      section: OutlineSection;
    }
    const [row] = await manager.query<Row[]>(PLANNED, [documentId, sectionId]);
    return row === undefined ? null : planOf(row.section);
  }

  async remove(manager: EntityManager, id: string): Promise<void> {
    await manager.query('delete from section_versions where id = $1', [id]);
  }

  /** Newest first; of one section, or of all with their sections that are gone. */
  async list(
    ownerId: string,
    documentId: string,
    sectionId: string | undefined,
    { page, perPage }: PageQuery,
  ): Promise<{ items: VersionSummary[]; total: number }> {
    type Row = Dated<VersionSummary> & { total: number };
    const offset = (page - 1) * perPage;
    const parameters = [documentId, ownerId, sectionId ?? null, perPage, offset];
    const rows = await this.dataSource.query<Row[]>(LIST, parameters);
    const items = rows.map(({ total: _total, ...row }) => toJson(row));
    if (items.length > 0 || page === 1) return { items, total: rows[0]?.total ?? 0 };
    // a page past the end has no row to carry the total
    const { total } = await this.list(ownerId, documentId, sectionId, { page: 1, perPage: 1 });
    return { items, total };
  }

  /** @throws ProblemException NOT_FOUND */
  async get(ownerId: string, documentId: string, versionId: string): Promise<StoredVersion> {
    const parameters = [documentId, ownerId, versionId];
    const [row] = await this.dataSource.query<Dated<StoredVersion>[]>(GET, parameters);
    if (row === undefined) throw notFound();
    return toJson(row);
  }

  /** The texts of a document as they are, in the order of the outline. */
  current(ownerId: string, documentId: string): Promise<CurrentText[]> {
    return this.dataSource.query<CurrentText[]>(CURRENT, [documentId, ownerId]);
  }
}
