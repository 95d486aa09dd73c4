import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { versionFrom } from '../common';
import { PassageSearch, SourceLibrary } from '../sources';
import type { Section, UpdateSection } from './dto/section';
import { evidenceOfEdit } from './edited-evidence';
import { assertCitationsResolve } from './section-citations';
import type { SectionText } from './section-text';
import { SectionsRepository } from './sections.repository';

@Injectable()
export class SectionsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly sections: SectionsRepository,
    private readonly library: SourceLibrary,
    private readonly passages: PassageSearch,
  ) {}

  /** @throws ProblemException NOT_FOUND */
  get(ownerId: string, documentId: string, sectionId: string): Promise<Section> {
    return this.sections.get(ownerId, documentId, sectionId);
  }

  /**
   * Stores a person's edit.
   * @throws ProblemException NOT_FOUND, STALE_VERSION, INVALID_CITATION
   */
  async edit(
    ownerId: string,
    documentId: string,
    sectionId: string,
    { content }: UpdateSection,
    ifMatch?: string,
  ): Promise<Section> {
    const version = versionFrom(ifMatch);
    const before = await this.sections.getEvidenced(ownerId, documentId, sectionId);
    const sources = await this.library.list(documentId);
    assertCitationsResolve(content, sources);
    const ids = before.evidence.flatMap(({ passageId }) => passageId ?? []);
    const passages = await this.passages.named(documentId, ids);
    const { language } = before;
    const evidence = evidenceOfEdit(content, before, { sources, passages, language });
    const text = {
      documentId,
      sectionId,
      content,
      status: 'edited' as const,
      writer: null,
      evidence,
    };
    return this.dataSource.transaction((manager) => this.sections.save(manager, text, version));
  }

  /** Stores a checked text within the caller's transaction. */
  save(manager: EntityManager, text: SectionText): Promise<Section> {
    return this.sections.save(manager, text);
  }
}
