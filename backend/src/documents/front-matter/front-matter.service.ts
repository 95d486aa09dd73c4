import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { parseCitations } from '../../citations';
import { ProblemException, versionFrom } from '../../common';
import { SourceLibrary } from '../../sources';
import { DocumentsRepository } from '../documents.repository';
import type { Document } from '../dto/document';
import type { FrontPart, FrontText, UpdateFrontText } from '../dto/front-text';
import { carryOrigins } from '../provenance/carry-origins';
import { NO_TEXT, type Origin } from '../provenance/origin';
import { assertCitationsResolve } from '../section-citations';
import { type AbstractText, basisOf, hasAbstract, languageOf, sumsUp } from './front-text';
import {
  FrontMatterRepository,
  type FrontTextPlace,
  type StoredFrontText,
} from './front-matter.repository';

const shown = (
  { basis, provenance: _, ...text }: StoredFrontText,
  document: Document,
): FrontText => ({
  ...text,
  language: languageOf(document, text),
  stale: sumsUp(text.part) && text.content !== '' && basis !== basisOf(document),
});

const CITES_NOTHING =
  'This part stands by itself, beside the text, and cites nothing. Leave the citations out.';

/** @throws ProblemException INVALID_CITATION */
function assertCitesNothing(content: string): void {
  const { clusters, malformed } = parseCitations(content);
  if (clusters.length + malformed.length === 0) return;
  throw new ProblemException('INVALID_CITATION', CITES_NOTHING, {
    errors: [{ pointer: '/content', message: CITES_NOTHING }],
  });
}

/** @throws ProblemException VALIDATION_FAILED */
function assertLanguage({ language: own }: Document, part: FrontPart, chosen?: string): void {
  if (chosen === undefined || (part === 'second_abstract' && chosen !== own)) return;
  const message =
    part === 'second_abstract'
      ? 'This is the language of the document itself. Choose another one.'
      : 'Only the abstract in a second language has a language of its own. Leave it out.';
  throw new ProblemException('VALIDATION_FAILED', message, {
    errors: [{ pointer: '/language', message }],
  });
}

/**
 * The texts beside the sections: abstracts, acknowledgements, abbreviations. The abstract is written
 * from the text, and is a person's once edited; the others are a person's always.
 */
@Injectable()
export class FrontMatterService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly documents: DocumentsRepository,
    private readonly texts: FrontMatterRepository,
    private readonly library: SourceLibrary,
  ) {}

  /**
   * Every part, in order.
   * @throws ProblemException NOT_FOUND
   */
  async list(ownerId: string, documentId: string): Promise<FrontText[]> {
    const document = await this.documents.get(ownerId, documentId);
    const texts = await this.texts.list(ownerId, documentId);
    return texts.map((text) => shown(text, document));
  }

  /** @throws ProblemException NOT_FOUND */
  async get(ownerId: string, documentId: string, part: FrontPart): Promise<FrontText> {
    const document = await this.documents.get(ownerId, documentId);
    return shown(await this.texts.get(ownerId, { documentId, part }), document);
  }

  /**
   * Whether a writer is to write the abstract: the document is of a kind that has one, and there is
   * none or one by a writer about a text that has changed since.
   */
  async isAbstractDue(ownerId: string, document: Document): Promise<boolean> {
    if (!hasAbstract(document)) return false;
    const place = { documentId: document.id, part: 'abstract' as const };
    const { status, basis } = await this.texts.get(ownerId, place);
    return status !== 'edited' && basis !== basisOf(document);
  }

  /**
   * Stores a person's edit.
   * @throws ProblemException NOT_FOUND, STALE_VERSION, INVALID_CITATION, VALIDATION_FAILED
   */
  async edit(
    ownerId: string,
    place: FrontTextPlace,
    { content, language }: UpdateFrontText,
    ifMatch?: string,
  ): Promise<FrontText> {
    const { documentId, part } = place;
    const version = versionFrom(ifMatch);
    const document = await this.documents.get(ownerId, documentId);
    assertLanguage(document, part, language);
    assertCitesNothing(content);
    const chosen = language ?? (await this.texts.get(ownerId, place)).language;
    const written = languageOf(document, { part, language: chosen });
    assertCitationsResolve(content, await this.library.list(documentId), written);
    await this.dataSource.transaction(async (manager) => {
      await this.texts.lock(manager, documentId);
      const before = await this.texts.get(ownerId, place, manager);
      const by = { step: 'edit' as const, writer: null, promptVersion: null };
      const provenance = carryOrigins(
        { content: before.content, ...before.provenance },
        content,
        originOf(by, before),
      );
      // naming another language is no new look at the text
      const isOnlyNamed = language !== undefined && content === before.content;
      const basis = isOnlyNamed ? before.basis : basisOf(document);
      const edited = {
        ...{ part, content, language: chosen, status: 'edited' as const },
        ...{ writer: null, basis, provenance },
      };
      await this.texts.save(manager, documentId, edited, version);
    });
    return this.get(ownerId, documentId, part);
  }

  /**
   * Stores the abstract that a writer has written, within the caller's transaction.
   * @returns false when a person has written one meanwhile: theirs stays
   */
  async saveAbstract(
    manager: EntityManager,
    ownerId: string,
    text: AbstractText,
  ): Promise<boolean> {
    const { documentId, content, writer, promptVersion, basis } = text;
    const part = 'abstract' as const;
    await this.texts.lock(manager, documentId);
    const before = await this.texts.get(ownerId, { documentId, part }, manager);
    if (before.status === 'edited') return false;
    const by = { step: 'draft' as const, writer, promptVersion };
    const provenance = carryOrigins(NO_TEXT, content, originOf(by, before));
    const status = 'written' as const;
    const written = { part, content, language: null, status, writer, basis, provenance };
    await this.texts.save(manager, documentId, written);
    return true;
  }
}

function originOf(
  by: Pick<Origin, 'step' | 'writer' | 'promptVersion'>,
  { version }: StoredFrontText,
): Origin {
  return { ...by, version: version + 1, at: new Date().toISOString() };
}
