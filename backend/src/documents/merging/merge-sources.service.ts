import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { replaceKey } from '../../citations';
import { notFound, ProblemException } from '../../common';
import { type Passage, PassageSearch, SourceLibrary, type SourceRecord } from '../../sources';
import { DocumentsRepository } from '../documents.repository';
import type { MergedSource } from '../dto/merge';
import { evidenceOfEdit } from '../edited-evidence';
import { assertCitationsResolve } from '../section-citations';
import { personalText, type SectionText } from '../section-text';
import { type EvidencedSection, SectionsRepository } from '../sections.repository';
import { SectionsService } from '../sections.service';
import { MergeRepository } from './merge.repository';

interface Pair {
  from: SourceRecord;
  into: SourceRecord;
}

/** Makes one source of two that are the same work, with every citation of either. */
@Injectable()
export class MergeSourcesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly merges: MergeRepository,
    private readonly documents: DocumentsRepository,
    private readonly sections: SectionsRepository,
    private readonly library: SourceLibrary,
    private readonly passages: PassageSearch,
    private readonly texts: SectionsService,
  ) {}

  /**
   * @param fromId the source that goes
   * @throws ProblemException NOT_FOUND; JOB_ACTIVE; CONFLICT for a source and itself;
   *   INVALID_CITATION for a place that the source that stays does not have
   */
  async merge(
    ownerId: string,
    documentId: string,
    fromId: string,
    intoId: string,
  ): Promise<MergedSource> {
    return this.dataSource.transaction(async (manager) => {
      if ((await this.merges.lock(manager, ownerId, documentId)) === 'generating') {
        const detail = 'The document is being written. Wait for the end, or cancel it first.';
        throw new ProblemException('JOB_ACTIVE', detail);
      }
      const sources = await this.library.list(documentId);
      const pair = pairOf(sources, fromId, intoId);
      const texts = await this.rewritten(ownerId, documentId, sources, pair);
      await this.merges.takeOver(manager, documentId, fromId, intoId);
      for (const text of texts) await this.texts.save(manager, text);
      await this.rewriteOutline(manager, ownerId, documentId, pair);
      await this.merges.remove(manager, documentId, fromId);
      return { key: pair.into.key, sections: texts.map(({ sectionId }) => sectionId) };
    });
  }

  /** The texts that cite the source that goes, citing the one that stays, with their evidence. */
  private async rewritten(
    ownerId: string,
    documentId: string,
    sources: readonly SourceRecord[],
    pair: Pair,
  ): Promise<SectionText[]> {
    const all = await this.sections.listEvidenced(ownerId, documentId);
    const citing = all.filter(({ content }) => content !== replacedIn(content, pair));
    const left = sources.filter(({ id }) => id !== pair.from.id);
    const ids = citing.flatMap(({ evidence }) => evidence.flatMap((one) => one.passageId ?? []));
    const passages = await this.passages.named(documentId, ids);
    return citing.map((section) => rewrittenText(documentId, section, pair, left, passages));
  }

  private async rewriteOutline(
    manager: EntityManager,
    ownerId: string,
    documentId: string,
    { from, into }: Pair,
  ): Promise<void> {
    const { outline } = await this.documents.get(ownerId, documentId);
    if (!outline?.sections.some(({ sourceKeys }) => sourceKeys.includes(from.key))) return;
    const keys = (all: readonly string[]) => [
      ...new Set(all.map((key) => (key === from.key ? into.key : key))),
    ];
    const sections = outline.sections.map((section) => {
      return { ...section, sourceKeys: keys(section.sourceKeys) };
    });
    const patch = { outline: { ...outline, sections } };
    await this.documents.update(ownerId, documentId, patch, undefined, manager);
    await this.merges.replan(manager, documentId, outline.sections, sections);
  }
}

function pairOf(sources: readonly SourceRecord[], fromId: string, intoId: string): Pair {
  const [from, into] = [fromId, intoId].map((id) => sources.find((source) => source.id === id));
  if (from === undefined || into === undefined) throw notFound();
  if (from !== into) return { from, into };
  throw new ProblemException('CONFLICT', 'This is the same source. Name another one that stays.');
}

const replacedIn = (content: string, { from, into }: Pair): string =>
  replaceKey(content, from.key, into.key);

function rewrittenText(
  documentId: string,
  section: EvidencedSection,
  pair: Pair,
  sources: readonly SourceRecord[],
  passages: ReadonlyMap<string, Passage>,
): SectionText {
  const { id: sectionId, status, writer, language } = section;
  const content = replacedIn(section.content, pair);
  assertCitationsResolve(content, sources, language);
  const evidence = section.evidence.map((one) =>
    one.sourceId === pair.from.id ? { ...one, sourceId: pair.into.id } : one,
  );
  const before = { content: section.content, evidence };
  const evidenceNow = evidenceOfEdit(content, before, { sources, passages, language });
  return {
    ...personalText(documentId, sectionId, content, evidenceNow),
    // only keys are other ones: the text stays its writer's
    writer,
    // What is planned has no text that could cite
    status: status === 'written' ? 'written' : 'edited',
  };
}
