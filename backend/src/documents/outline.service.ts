import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { newId, ProblemException, validationProblem, versionFrom } from '../common';
import { SourceLibrary } from '../sources';
import { DocumentsRepository } from './documents.repository';
import type { Document } from './dto/document';
import { isAppendix, type Outline, type OutlineDraft, type VersionedOutline } from './dto/outline';
import { VersionsRepository } from './provenance/versions.repository';
import { withStaleness } from './section-plan';
import { numberSections } from './number-sections';
import { SectionsRepository } from './sections.repository';

/** A document that gets an outline; the one it had keeps its question. */
type Arranged = Pick<Document, 'id' | 'status' | 'language'> & Partial<Pick<Document, 'outline'>>;

function assertNotBeingWritten({ status }: Document): void {
  if (status !== 'generating') return;
  const detail = 'The document is being written. Wait for the end, or cancel the writing first.';
  throw new ProblemException('JOB_ACTIVE', detail);
}

/** Parts of an appendix are appendices, and no other part is; no words are planned for what no job writes. */
function withRoles(sections: OutlineDraft['sections']): OutlineDraft['sections'] {
  let inAppendix = false;
  return sections.map((section) => {
    if (section.level === 1) inAppendix = isAppendix(section);
    if (inAppendix) return { ...section, role: 'appendix', targetWords: 0 };
    return isAppendix(section) ? { ...section, role: 'body' } : section;
  });
}

@Injectable()
export class OutlineService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly documents: DocumentsRepository,
    private readonly sections: SectionsRepository,
    private readonly library: SourceLibrary,
    private readonly versions: VersionsRepository,
  ) {}

  /** @throws ProblemException NOT_FOUND; NO_OUTLINE while there is none */
  async get(ownerId: string, documentId: string): Promise<VersionedOutline> {
    const { outline, version } = await this.documents.get(ownerId, documentId);
    if (outline === null) {
      throw new ProblemException('NO_OUTLINE', 'There is no outline yet. Make one first.');
    }
    const writtenFrom = await this.versions.plans(documentId);
    return { ...outline, sections: withStaleness(outline.sections, writtenFrom), version };
  }

  /**
   * Replaces the outline on a person's word.
   * @throws ProblemException NOT_FOUND, STALE_VERSION, JOB_ACTIVE, VALIDATION_FAILED
   */
  async replace(
    ownerId: string,
    documentId: string,
    draft: OutlineDraft,
    ifMatch?: string,
  ): Promise<VersionedOutline> {
    const document = await this.documents.get(ownerId, documentId);
    assertNotBeingWritten(document);
    await this.assertSourcesExist(documentId, draft);
    await this.save(ownerId, document, draft, versionFrom(ifMatch));
    return this.get(ownerId, documentId);
  }

  /**
   * Stores an outline and arranges the sections after it, in one transaction.
   * @throws ProblemException NOT_FOUND, STALE_VERSION
   */
  save(
    ownerId: string,
    document: Arranged,
    draft: OutlineDraft,
    version?: number,
  ): Promise<Outline> {
    return this.dataSource.transaction((manager) =>
      this.saveWithin(manager, ownerId, document, draft, version),
    );
  }

  /**
   * The same within the caller's transaction.
   * @throws ProblemException NOT_FOUND, STALE_VERSION
   */
  async saveWithin(
    manager: EntityManager,
    ownerId: string,
    { id: documentId, status, language, outline: before }: Arranged,
    { researchQuestion, sections }: OutlineDraft,
    version?: number,
  ): Promise<Outline> {
    const outline: Outline = {
      researchQuestion:
        researchQuestion === undefined ? (before?.researchQuestion ?? null) : researchQuestion,
      sections: numberSections(
        withRoles(sections).map(({ id, ...rest }) => ({ id: id ?? newId(), ...rest })),
        language,
      ),
    };
    const outlined = status === 'draft' && { status: 'outlined' as const };
    const patch = { outline, outlinedAt: new Date(), ...outlined };
    await this.documents.update(ownerId, documentId, patch, version, manager);
    await this.sections.arrange(manager, documentId, outline);
    return outline;
  }

  private async assertSourcesExist(documentId: string, { sections }: OutlineDraft): Promise<void> {
    const sources = await this.library.list(documentId);
    const keys = new Set(sources.map(({ key }) => key));
    const issues = sections.flatMap(({ sourceKeys }, index) =>
      sourceKeys
        .filter((key) => !keys.has(key))
        .map((key) => ({
          path: ['sections', index, 'sourceKeys'],
          message: `No source of this document has the key ${key}.`,
        })),
    );
    if (issues.length > 0) throw validationProblem(issues);
  }
}
