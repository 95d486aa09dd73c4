import { Injectable } from '@nestjs/common';
import type { ExistenceCheck } from './dto/existence-check';
import type { FoundWorks } from './dto/found-works';
import type { WorkQuery } from './dto/work-query';
import { ExistenceChecker } from './existence/existence-checker';
import { WorkSearch } from './providers/work-search';
import { SourcesRepository } from './sources.repository';

/** What the world knows of works, beside what a document has of them. */
@Injectable()
export class PublishedWorksService {
  constructor(
    private readonly sources: SourcesRepository,
    private readonly works: WorkSearch,
    private readonly existence: ExistenceChecker,
  ) {}

  /**
   * Looks for works that could be added.
   * @throws ProblemException NOT_FOUND, NO_PROVIDERS
   */
  async search(userId: string, documentId: string, query: WorkQuery): Promise<FoundWorks> {
    return this.works.find(query, await this.sources.records(userId, documentId));
  }

  /**
   * Finds out whether the work exists as it is described, and keeps the finding.
   * @throws ProblemException NOT_FOUND
   */
  async check(userId: string, documentId: string, id: string): Promise<ExistenceCheck> {
    const csl = await this.sources.record(userId, documentId, id);
    const check = await this.existence.check(csl);
    await this.sources.keepCheck(userId, id, csl, check);
    return check;
  }
}
