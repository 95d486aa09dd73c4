import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { notFound, ProblemException, type ProblemReason } from '../../common';
import { DocumentsRepository } from '../documents.repository';
import type { SeparatedSource } from '../dto/merge';
import { personalText, type SectionText } from '../section-text';
import { SectionsService } from '../sections.service';
import {
  givenBack,
  type JoinRecord,
  type RestoredSection,
  type RewrittenSection,
  separated,
} from './join-record';
import { JoinsRepository } from './joins.repository';
import { MergeRepository } from './merge.repository';

const TAKEN =
  'Another source of the document has its key by now, or is the same work. Remove that one first.';

const named = (sections: readonly { title: string }[]) =>
  sections.map(({ title }) => `“${title}”`).join(', ');

const conflict = (reason: ProblemReason, detail: string) =>
  new ProblemException('CONFLICT', detail, { reason });

/** Makes two sources again of two that have become one. */
@Injectable()
export class UndoJoinService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly merges: MergeRepository,
    private readonly joins: JoinsRepository,
    private readonly documents: DocumentsRepository,
    private readonly texts: SectionsService,
  ) {}

  /**
   * @param goneId the source that went
   * @throws ProblemException NOT_FOUND, also once it has been undone; JOB_ACTIVE; CONFLICT where
   *   texts that cite either have changed since, or another source has taken its place
   */
  async undo(ownerId: string, documentId: string, goneId: string): Promise<SeparatedSource> {
    return this.dataSource.transaction(async (manager) => {
      await this.merges.lockAtRest(manager, ownerId, documentId);
      const join = await this.joins.find(manager, documentId, goneId);
      if (join === undefined) throw notFound();
      const { sourceId, record } = join;
      const sections = await this.unchanged(manager, documentId, record);
      if (await this.joins.isTaken(manager, documentId, record)) {
        throw conflict('MERGE_PLACE_TAKEN', TAKEN);
      }
      await this.joins.separate(manager, documentId, sourceId, record);
      const now = await this.joins.stateNow(manager, documentId, sourceId);
      await this.joins.giveBack(manager, documentId, sourceId, givenBack(now, record));
      const restored: RestoredSection[] = [];
      for (const section of sections) {
        const { version: now } = await this.texts.save(manager, textOf(documentId, section));
        if (section.before !== undefined) {
          restored.push({ id: section.id, before: section.before, now });
        }
      }
      await this.rewriteOutline(manager, ownerId, documentId, record);
      await this.joins.forget(manager, documentId, goneId);
      await this.joins.takeBack(manager, documentId, goneId);
      await this.joins.follow(manager, documentId, restored);
      await this.merges.raiseRevision(manager, documentId);
      return { id: goneId, key: record.gone.row.key, sections: sections.map(({ id }) => id) };
    });
  }

  /** The texts that cited the source and are still there, untouched since. */
  private async unchanged(
    manager: EntityManager,
    documentId: string,
    record: JoinRecord,
  ): Promise<RewrittenSection[]> {
    const now = new Map(
      (await this.joins.versions(manager, documentId)).map((section) => [section.id, section]),
    );
    const changed = record.sections.flatMap(({ id, version }) => {
      const section = now.get(id);
      return section !== undefined && section.version !== version ? [section] : [];
    });
    const citing = await this.joins.citing(manager, documentId, record);
    if (changed.length + citing.length > 0) {
      const detail =
        `Since then the text has been changed where it cites ${record.stayed.key}: ` +
        `${named([...changed, ...citing])}. Nobody can tell any more which of the two it means.`;
      throw conflict('MERGE_TEXT_CHANGED', detail);
    }
    return record.sections.filter(({ id }) => now.has(id));
  }

  private async rewriteOutline(
    manager: EntityManager,
    ownerId: string,
    documentId: string,
    record: JoinRecord,
  ): Promise<void> {
    const { outline } = await this.documents.get(ownerId, documentId);
    if (!outline?.sections.some(({ id }) => record.sourceKeys[id] !== undefined)) return;
    const sections = separated(outline.sections, record);
    const patch = { outline: { ...outline, sections } };
    await this.documents.update(ownerId, documentId, patch, undefined, manager);
    await this.merges.replan(manager, documentId, outline.sections, sections);
  }
}

function textOf(
  documentId: string,
  { id, content, evidence, writer, status }: RewrittenSection,
): SectionText {
  return {
    ...personalText(documentId, id, content, evidence),
    // only keys are other ones: the text stays its writer's
    writer,
    status: status === 'written' ? 'written' : 'edited',
  };
}
