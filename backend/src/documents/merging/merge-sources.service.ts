import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { DocumentsRepository } from '../documents.repository';
import type { MergedSource } from '../dto/merge';
import { SectionsService } from '../sections.service';
import { joinedKeys, type JoinRecord, type RewrittenSection } from './join-record';
import { JoinsRepository } from './joins.repository';
import { MergeRepository } from './merge.repository';
import { MergeRewritings, type Pair } from './merge-rewritings';

/** Makes one source of two that are the same work, with every citation of either. */
@Injectable()
export class MergeSourcesService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly merges: MergeRepository,
    private readonly joins: JoinsRepository,
    private readonly documents: DocumentsRepository,
    private readonly rewritings: MergeRewritings,
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
      await this.merges.lockAtRest(manager, ownerId, documentId);
      const { pair, rewritten } = await this.rewritings.of(ownerId, documentId, fromId, intoId);
      const state = await this.joins.stateOf(manager, documentId, fromId, intoId);
      await this.merges.takeOver(manager, documentId, fromId, intoId);
      const versions = await this.joins.versions(manager, documentId);
      const sections: RewrittenSection[] = [];
      for (const { before: was, text } of rewritten) {
        const before = versions.find(({ id }) => id === was.id)?.version;
        const { version } = await this.texts.save(manager, text);
        sections.push({ ...was, version, before });
      }
      const sourceKeys = await this.rewriteOutline(manager, ownerId, documentId, pair);
      const record = { ...state, sections, sourceKeys };
      await this.joins.passOn(manager, documentId, fromId, intoId);
      await this.merges.remove(manager, documentId, fromId);
      await this.joins.keep(manager, documentId, fromId, intoId, record);
      await this.merges.raiseRevision(manager, documentId);
      return { key: pair.into.key, sections: sections.map(({ id }) => id) };
    });
  }

  /** @returns what the sections that named the source that goes were to cite, by their ids */
  private async rewriteOutline(
    manager: EntityManager,
    ownerId: string,
    documentId: string,
    { from, into }: Pair,
  ): Promise<JoinRecord['sourceKeys']> {
    const { outline } = await this.documents.get(ownerId, documentId);
    const naming =
      outline?.sections.filter(({ sourceKeys }) => sourceKeys.includes(from.key)) ?? [];
    if (outline === null || naming.length === 0) return {};
    const sections = outline.sections.map((section) => {
      return { ...section, sourceKeys: joinedKeys(section.sourceKeys, from.key, into.key) };
    });
    const patch = { outline: { ...outline, sections } };
    await this.documents.update(ownerId, documentId, patch, undefined, manager);
    await this.merges.replan(manager, documentId, outline.sections, sections);
    return Object.fromEntries(naming.map(({ id, sourceKeys }) => [id, sourceKeys]));
  }
}
