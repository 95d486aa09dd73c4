import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { parseCitations } from '../../citations';
import { ProblemException, versionFrom } from '../../common';
import { SourceLibrary } from '../../sources';
import { DocumentsRepository } from '../documents.repository';
import type { Abstract, UpdateAbstract } from '../dto/abstract';
import type { Document } from '../dto/document';
import { carryOrigins } from '../provenance/carry-origins';
import { NO_TEXT, type Origin } from '../provenance/origin';
import { assertCitationsResolve } from '../section-citations';
import { type AbstractText, basisOf, hasAbstract } from './abstract-text';
import { AbstractsRepository, type StoredAbstract } from './abstracts.repository';

const shown = (
  { basis, provenance: _, ...abstract }: StoredAbstract,
  document: Document,
): Abstract => ({
  ...abstract,
  stale: abstract.content !== '' && basis !== basisOf(document),
});

/** @throws ProblemException INVALID_CITATION */
function assertCitesNothing(content: string): void {
  const { clusters, malformed } = parseCitations(content);
  if (clusters.length + malformed.length === 0) return;
  const message = 'An abstract is read by itself and cites nothing. Leave the citations out.';
  throw new ProblemException('INVALID_CITATION', message, {
    errors: [{ pointer: '/content', message }],
  });
}

/** The summary in front of a document: written from its text, the text of a person when edited. */
@Injectable()
export class AbstractsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly documents: DocumentsRepository,
    private readonly abstracts: AbstractsRepository,
    private readonly library: SourceLibrary,
  ) {}

  /** @throws ProblemException NOT_FOUND */
  async get(ownerId: string, documentId: string): Promise<Abstract> {
    const document = await this.documents.get(ownerId, documentId);
    return shown(await this.abstracts.get(ownerId, documentId), document);
  }

  /**
   * Whether a writer is to write it: the document is of a kind that has one, and there is none or
   * one by a writer about a text that has changed since.
   */
  async isDue(ownerId: string, document: Document): Promise<boolean> {
    if (!hasAbstract(document)) return false;
    const { status, basis } = await this.abstracts.get(ownerId, document.id);
    return status !== 'edited' && basis !== basisOf(document);
  }

  /**
   * Stores a person's edit.
   * @throws ProblemException NOT_FOUND, STALE_VERSION, INVALID_CITATION
   */
  async edit(
    ownerId: string,
    documentId: string,
    { content }: UpdateAbstract,
    ifMatch?: string,
  ): Promise<Abstract> {
    const version = versionFrom(ifMatch);
    const document = await this.documents.get(ownerId, documentId);
    assertCitesNothing(content);
    assertCitationsResolve(content, await this.library.list(documentId), document.language);
    await this.dataSource.transaction(async (manager) => {
      await this.abstracts.lock(manager, documentId);
      const before = await this.abstracts.get(ownerId, documentId, manager);
      const by = { step: 'edit' as const, writer: null, promptVersion: null };
      const provenance = carryOrigins(
        { content: before.content, ...before.provenance },
        content,
        originOf(by, before),
      );
      const basis = basisOf(document);
      const text = { content, status: 'edited' as const, writer: null, basis, provenance };
      await this.abstracts.save(manager, documentId, text, version);
    });
    return this.get(ownerId, documentId);
  }

  /**
   * Stores what a writer has written, within the caller's transaction.
   * @returns false when a person has written one meanwhile: theirs stays
   */
  async save(manager: EntityManager, ownerId: string, text: AbstractText): Promise<boolean> {
    const { documentId, content, writer, promptVersion, basis } = text;
    await this.abstracts.lock(manager, documentId);
    const before = await this.abstracts.get(ownerId, documentId, manager);
    if (before.status === 'edited') return false;
    const by = { step: 'draft' as const, writer, promptVersion };
    const provenance = carryOrigins(NO_TEXT, content, originOf(by, before));
    const written = { content, status: 'written' as const, writer, basis, provenance };
    await this.abstracts.save(manager, documentId, written);
    return true;
  }
}

function originOf(
  by: Pick<Origin, 'step' | 'writer' | 'promptVersion'>,
  { version }: StoredAbstract,
): Origin {
  return { ...by, version: version + 1, at: new Date().toISOString() };
}
