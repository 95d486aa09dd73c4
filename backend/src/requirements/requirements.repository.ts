import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { notFound, staleVersion } from '../common';
import type { Requirements } from './dto/requirements';
import { silencesOf } from './profile/profile';

const GET = `select d.id as "documentId", r.id, r.profile, r.title_page as "titlePage", r.preview,
    r.warnings, r.version
  from documents d left join document_requirements r on r.document_id = d.id
  where d.id = $1 and d.owner_id = $2`;

const LOCK = 'select 1 from documents where id = $1 and owner_id = $2 for no key update';

// The first have version 2: before them stand none.
const SAVE = `insert into document_requirements as r (document_id, id, profile, title_page, preview,
    warnings, version)
  select $1, $2, $3::jsonb, $4::jsonb, $5, $6::jsonb, 2
  where $7::int is null or $7 = 1
    or exists (select 1 from document_requirements where document_id = $1)
  on conflict (document_id) do update set id = excluded.id, profile = excluded.profile,
    title_page = excluded.title_page, preview = excluded.preview, warnings = excluded.warnings,
    version = r.version + 1, updated_at = now()
  where $7::int is null or r.version = $7
  returning version`;

/** What holds for a document of which nothing has been stated. */
export const NO_REQUIREMENTS: Requirements = {
  id: null,
  profile: { values: {}, silences: silencesOf({}), contradictions: [] },
  titlePage: {},
  preview: '',
  warnings: [],
  version: 1,
};

type Stored = Omit<Requirements, 'id' | 'version'> & { id: string };

/** Requirements of documents of one owner: another's are as absent as their document. */
@Injectable()
export class RequirementsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws ProblemException NOT_FOUND */
  async get(
    ownerId: string,
    documentId: string,
    manager: Pick<EntityManager, 'query'> = this.dataSource,
  ): Promise<Requirements> {
    const [row] = await manager.query<(Requirements & { documentId: string })[]>(GET, [
      documentId,
      ownerId,
    ]);
    if (row === undefined) throw notFound();
    const { documentId: _, ...requirements } = row;
    return requirements.id === null ? NO_REQUIREMENTS : requirements;
  }

  /**
   * Changes requirements if they still have `version` (undefined: whatever they have).
   * @throws ProblemException NOT_FOUND, STALE_VERSION
   */
  change(
    ownerId: string,
    documentId: string,
    changed: (before: Requirements) => Stored,
    version?: number,
  ): Promise<Requirements> {
    return this.dataSource.transaction(async (manager) => {
      const owned = await manager.query<unknown[]>(LOCK, [documentId, ownerId]);
      if (owned.length === 0) throw notFound();
      const { id, profile, titlePage, preview, warnings } = changed(
        await this.get(ownerId, documentId, manager),
      );
      const json = [profile, titlePage].map((value) => JSON.stringify(value));
      const saved = await manager.query<unknown[]>(SAVE, [
        ...[documentId, id, ...json, preview, JSON.stringify(warnings), version ?? null],
      ]);
      if (saved.length === 0) throw staleVersion();
      return this.get(ownerId, documentId, manager);
    });
  }
}
