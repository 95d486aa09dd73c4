import { Injectable } from '@nestjs/common';
import { type Page, toPage } from '../common';
import type { Section } from './dto/section';
import type { Version, VersionQuery, VersionSummary } from './dto/version';
import { VersionsRepository } from './provenance/versions.repository';
import { SectionsService } from './sections.service';

/** The texts that sections had before. */
@Injectable()
export class VersionsService {
  constructor(
    private readonly versions: VersionsRepository,
    private readonly sections: SectionsService,
  ) {}

  async list(
    ownerId: string,
    documentId: string,
    query: VersionQuery,
  ): Promise<Page<VersionSummary>> {
    const { sectionId } = query;
    const { items, total } = await this.versions.list(ownerId, documentId, sectionId, query);
    return toPage(items, total, query);
  }

  /** @throws ProblemException NOT_FOUND */
  async get(ownerId: string, documentId: string, versionId: string): Promise<Version> {
    const {
      provenance: _,
      evidence: __,
      plan: ___,
      ...version
    } = await this.versions.get(ownerId, documentId, versionId);
    return version;
  }

  /**
   * A text comes back with its origins and with what its citations rest on.
   * @throws ProblemException NOT_FOUND, also when the outline has dropped the section;
   *   STALE_VERSION, INVALID_CITATION when a source of it has been removed
   */
  async restore(
    ownerId: string,
    documentId: string,
    versionId: string,
    ifMatch?: string,
  ): Promise<Section> {
    const version = await this.versions.get(ownerId, documentId, versionId);
    return this.sections.restore(ownerId, documentId, version, ifMatch);
  }
}
