import { Injectable } from '@nestjs/common';
import { PassageSearch, SourceLibrary } from '../sources';
import { DocumentsRepository } from './documents.repository';
import type { DocumentSupport, SectionSupport } from './dto/support';
import { sectionSupport, summaryOf } from './section-support';
import { SectionsRepository } from './sections.repository';

/** Shows how far the sources carry what was written. */
@Injectable()
export class SupportService {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly sections: SectionsRepository,
    private readonly library: SourceLibrary,
    private readonly passages: PassageSearch,
  ) {}

  /** @throws ProblemException NOT_FOUND */
  async section(ownerId: string, documentId: string, sectionId: string): Promise<SectionSupport> {
    const text = await this.sections.getEvidenced(ownerId, documentId, sectionId);
    const ids = text.evidence.flatMap(({ passageId }) => passageId ?? []);
    const passages = await this.passages.named(documentId, ids);
    const sources = await this.library.list(documentId);
    return sectionSupport(text, { sources, passages, language: text.language });
  }

  /** @throws ProblemException NOT_FOUND */
  async document(ownerId: string, documentId: string): Promise<DocumentSupport> {
    await this.documents.get(ownerId, documentId);
    const texts = await this.sections.listEvidenced(ownerId, documentId);
    const evidence = texts.flatMap((text) => text.evidence);
    const cited = new Set(evidence.map(({ sourceId }) => sourceId));
    const sources = await this.library.list(documentId);
    return {
      sections: texts.map((text) => ({ sectionId: text.id, summary: summaryOf(text.evidence) })),
      summary: summaryOf(evidence),
      mandatoryUncited: sources
        .filter(({ id, mandatory }) => mandatory && !cited.has(id))
        .map(({ key, status }) => ({
          key,
          reason: status === 'ready' ? ('not_cited' as const) : ('no_text' as const),
        })),
    };
  }
}
