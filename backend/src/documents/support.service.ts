import { Injectable } from '@nestjs/common';
import { plainProse, type UncitedClaim } from '../citations';
import { PassageSearch, SourceLibrary } from '../sources';
import { DocumentsRepository } from './documents.repository';
import type { CitationSupport, DocumentSupport, SectionSupport } from './dto/support';
import { citationSupports, sectionSupport, summaryOf } from './section-support';
import type { CitationEvidence } from './section-text';
import { SectionsRepository } from './sections.repository';

/** A section's citations, with what is known of each. */
export interface CitedSection {
  sectionId: string;
  citations: Pick<CitationSupport, 'key' | 'state' | 'sentence'>[];
}

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
    const { title, topic, outline } = await this.documents.get(ownerId, documentId);
    const about = [title, topic, ...(outline?.sections ?? []).map((section) => section.title)];
    const library = { sources, passages, about, language: text.language };
    const { citations, claims } = sectionSupport(text, library);
    const copied = await this.copied(documentId, text.evidence, claims);
    return {
      citations,
      claims: claims.filter((claim) => !copied(claim)).map(({ next: _next, ...claim }) => claim),
      summary: summaryOf(citations),
    };
  }

  /** Tells claims that stand word for word in a source that their paragraph goes on to cite. */
  private async copied(
    documentId: string,
    evidence: readonly CitationEvidence[],
    claims: readonly UncitedClaim[],
  ): Promise<(claim: UncitedClaim) => boolean> {
    const sourceIds = claims.flatMap(({ next }) =>
      next.map((one) => evidence[one]?.sourceId ?? ''),
    );
    const ids = [...new Set(sourceIds)].filter((id) => id !== '');
    const texts = claims.map(({ text }) => plainProse(text));
    const found = await this.passages.copied(documentId, ids, texts);
    return ({ text, next }) =>
      found.some(
        (one) =>
          one.text === plainProse(text) &&
          next.some((ordinal) => evidence[ordinal]?.sourceId === one.sourceId),
      );
  }

  /**
   * Every citation of the document with its state, in reading order.
   * @throws ProblemException NOT_FOUND
   */
  async citations(ownerId: string, documentId: string): Promise<CitedSection[]> {
    await this.documents.get(ownerId, documentId);
    const texts = await this.sections.listEvidenced(ownerId, documentId);
    const sources = await this.library.list(documentId);
    return texts.map((text) => {
      const library = { sources, passages: new Map<string, never>(), language: text.language };
      return { sectionId: text.id, citations: citationSupports(text, library) };
    });
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
