import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { ProblemException, versionFrom, violates } from '../common';
import { type Passage, PassageSearch, SourceLibrary } from '../sources';
import type { Section, UpdateSection } from './dto/section';
import type { EvidencedText } from './carry-evidence';
import { evidenceOfEdit } from './edited-evidence';
import { assertCitationsResolve } from './section-citations';
import type { OwnedText } from './provenance/origin';
import { SectionHistory } from './provenance/section-history';
import type { StoredVersion } from './provenance/versions.repository';
import { type CitationEvidence, personalText, type SectionText, wholeSource } from './section-text';
import { type EvidencedSection, SectionsRepository } from './sections.repository';
import { SuggestionsRepository } from './suggestions/suggestions.repository';
import { type TakenSuggestion, takenSuggestions } from './suggestions/taken-over';

/** What an edit began from, where that is not the section's latest text, and what it has used. */
interface EditFacts {
  from?: { text: OwnedText; plan: string | null };
  taken?: readonly TakenSuggestion[];
}

@Injectable()
export class SectionsService {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly sections: SectionsRepository,
    private readonly library: SourceLibrary,
    private readonly passages: PassageSearch,
    private readonly history: SectionHistory,
    private readonly suggestions: SuggestionsRepository,
  ) {}

  /** @throws ProblemException NOT_FOUND */
  get(ownerId: string, documentId: string, sectionId: string): Promise<Section> {
    return this.sections.get(ownerId, documentId, sectionId);
  }

  /** The text with what its citations rest on. @throws ProblemException NOT_FOUND */
  getEvidenced(ownerId: string, documentId: string, sectionId: string): Promise<EvidencedSection> {
    return this.sections.getEvidenced(ownerId, documentId, sectionId);
  }

  /**
   * Stores a person's edit, and notes what it has taken over from suggestions.
   * @throws ProblemException NOT_FOUND, STALE_VERSION, INVALID_CITATION
   */
  async edit(
    ownerId: string,
    documentId: string,
    sectionId: string,
    { content, accepted = [] }: UpdateSection,
    ifMatch?: string,
  ): Promise<Section> {
    const before = await this.sections.getEvidenced(ownerId, documentId, sectionId);
    const ids = accepted.map(({ suggestionId }) => suggestionId);
    const named = await this.suggestions.named(documentId, sectionId, ids);
    const taken = takenSuggestions(named, accepted);
    return this.store(before, { documentId, sectionId, content }, ifMatch, { taken });
  }

  /**
   * Gives a section a text that it had, with what that rested on and whose it was.
   * @throws ProblemException NOT_FOUND, STALE_VERSION, INVALID_CITATION
   */
  async restore(
    ownerId: string,
    documentId: string,
    { sectionId, content, evidence, provenance, plan }: StoredVersion,
    ifMatch?: string,
  ): Promise<Section> {
    const { language } = await this.sections.getEvidenced(ownerId, documentId, sectionId);
    const before = { language, content, evidence };
    const from = { text: { content, ...provenance }, plan };
    return this.store(before, { documentId, sectionId, content }, ifMatch, { from });
  }

  /** Stores a checked text within the caller's transaction. */
  save(manager: EntityManager, text: SectionText): Promise<Section> {
    return this.record(manager, text);
  }

  private async store(
    before: Pick<EvidencedSection, 'content' | 'evidence' | 'language'>,
    { documentId, sectionId, content }: Pick<SectionText, 'documentId' | 'sectionId' | 'content'>,
    ifMatch?: string,
    { from, taken = [] }: EditFacts = {},
  ): Promise<Section> {
    const version = versionFrom(ifMatch);
    const sources = await this.library.list(documentId);
    assertCitationsResolve(content, sources, before.language);
    const offered = taken.map(({ evidenced }) => evidenced);
    const resting = [before, ...offered].flatMap(({ evidence }) => evidence);
    const ids = [...new Set(resting.flatMap(({ passageId }) => passageId ?? []))];
    const passages = await this.passages.named(documentId, ids);
    const { language } = before;
    const known = { sources, passages, language };
    const evidence = evidenceOfEdit(
      content,
      { ...before, evidence: existing(before, passages) },
      known,
      offered.map((text) => ({ ...text, evidence: existing(text, passages) })),
    );
    const words = taken.map((one) => one.words);
    const text = personalText(documentId, sectionId, content, evidence, from?.plan, words);
    try {
      return await this.dataSource.transaction(async (manager) => {
        const saved = await this.record(manager, text, version, from?.text);
        for (const { id, changes } of taken) await this.suggestions.accept(manager, id, changes);
        return saved;
      });
    } catch (error) {
      throw violates(error, 'foreign_key', 'check') ? sourceGone() : error;
    }
  }

  private async record(
    manager: EntityManager,
    text: SectionText,
    version?: number,
    from?: OwnedText,
  ): Promise<Section> {
    const saved = await this.sections.save(manager, text, version);
    await this.history.record(manager, saved, text, from);
    return saved;
  }
}

/** Since the text was checked, a moment ago. */
function sourceGone(): ProblemException {
  const detail =
    'A source that this text cites has just been changed or removed. Look at the sources, then store the text again.';
  return new ProblemException('CONFLICT', detail);
}

/** What rested on a passage that is gone rests on the source as a whole. */
function existing(
  { evidence }: Pick<EvidencedText, 'evidence'>,
  passages: ReadonlyMap<string, Passage>,
): CitationEvidence[] {
  return evidence.map((one) =>
    one.passageId === null || passages.has(one.passageId)
      ? one
      : wholeSource(one.sourceId, one.locator),
  );
}
