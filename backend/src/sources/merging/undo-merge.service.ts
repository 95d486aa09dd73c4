import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { notFound, ProblemException } from '../../common';
import { citedIn } from '../cited-in';
import type { Source } from '../dto/source';
import { assertNoOther } from '../editing/assert-no-other';
import { SourceFilesService } from '../files/source-files.service';
import type { KnownSource } from '../importing/known-source';
import { knownSource, lockSources } from '../importing/known-sources';
import { raiseRevision } from '../importing/raise-revision';
import { toSource } from '../to-source';
import { MergesRepository, type StoredMerge } from './merges.repository';
import { restored } from './restored';

const BEING_WRITTEN = 'The document is being written. Wait for the end, or cancel it first.';

/** Takes out of sources again what they took in of an entry that was the same work. */
@Injectable()
export class UndoMergeService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly merges: MergesRepository,
    private readonly files: SourceFilesService,
  ) {}

  /**
   * The source as it was, but for what its owner has corrected since.
   * @throws ProblemException NOT_FOUND, also once it has been undone; JOB_ACTIVE; CONFLICT where
   *   the text cites what would go, or the source would become the same as another
   */
  async undo(ownerId: string, documentId: string, sourceId: string, id: string): Promise<Source> {
    const { source, files } = await this.dataSource.transaction(async (manager) => {
      await lockSources(manager, ownerId, documentId);
      const known = await knownSource(manager, documentId, sourceId);
      const merge = await this.merges.find(manager, documentId, sourceId, id);
      if (known === undefined || merge === undefined) throw notFound();
      await this.assertUnused(manager, documentId, known, merge);
      const state = restored(known, merge);
      await assertNoOther(manager, documentId, state.csl, known);
      const gone = await this.merges.takeOut(manager, documentId, sourceId, merge);
      await this.merges.restore(manager, documentId, sourceId, state);
      await this.merges.forget(manager, documentId, id);
      await raiseRevision(manager, documentId);
      return { source: await knownSource(manager, documentId, sourceId), files: gone };
    });
    await this.files.forget(files);
    if (source === undefined) throw notFound();
    return toSource(source);
  }

  /** No citation may lose what it rests on. */
  private async assertUnused(
    manager: EntityManager,
    documentId: string,
    { key }: KnownSource,
    { passageIds }: StoredMerge,
  ): Promise<void> {
    if (passageIds.length === 0) return;
    if (await this.merges.isBeingWritten(manager, documentId)) {
      throw new ProblemException('JOB_ACTIVE', BEING_WRITTEN);
    }
    const citing = await this.merges.citing(manager, documentId, passageIds);
    if (citing.length === 0) return;
    const detail =
      `The text cites what ${key} has taken in, in: ${citedIn(citing)}. ` +
      'Take these citations out first; then it can be undone.';
    throw new ProblemException('CONFLICT', detail, { reason: 'MERGE_CITED' });
  }
}
