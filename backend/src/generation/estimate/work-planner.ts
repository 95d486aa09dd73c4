import { Injectable } from '@nestjs/common';
import { type Document, DocumentsService } from '../../documents';
import { SourceLibrary } from '../../sources';
import { LengthRulesRepository } from '../steps/length-rules.repository';
import { type WorkAhead, workAhead } from './work-ahead';

/** Knows of a document what is still to be written. */
@Injectable()
export class WorkPlanner {
  constructor(
    private readonly documents: DocumentsService,
    private readonly library: SourceLibrary,
    private readonly lengths: LengthRulesRepository,
  ) {}

  /** @throws ProblemException NOT_FOUND */
  async plan(
    ownerId: string,
    documentId: string,
  ): Promise<{ document: Document; ahead: WorkAhead }> {
    const document = await this.documents.getOwned(ownerId, documentId);
    const sources = await this.library.list(documentId);
    const limits = await this.lengths.limits(ownerId, document);
    return { document, ahead: workAhead(document, sources.length, limits) };
  }
}
