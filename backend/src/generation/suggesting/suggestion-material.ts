import { Injectable } from '@nestjs/common';
import { citedPlaces, plainProse } from '../../citations';
import type { CitationEvidence, Document, SuggestionAction } from '../../documents';
import { SectionsService } from '../../documents';
import { type Passage, PassageSearch, SourceLibrary, type SourceRecord } from '../../sources';
import type { Payer } from '../retrieval/embedder';
import { PassageFinder } from '../retrieval/passage-finder';
import { inTextOrder } from '../steps/task-material';
import type { SelectedText } from './selected-text';

const MORE_PASSAGES = 10;
const LONGEST_QUERY = 1500;

export interface SuggestionMaterial {
  /** All of the document's. */
  sources: SourceRecord[];
  /** Those that the citations of the place rest on, and others that speak about it. */
  passages: Passage[];
  /** What each citation of the place rests on, in order. */
  evidence: CitationEvidence[];
  /** For finding passages by their meaning. */
  tokensUsed: number;
}

/** What is asked for at a place. */
export interface Wanted {
  action: SuggestionAction;
  instruction: string | null;
}

/** Finds what a place of a section rests on, and what it could say besides. */
@Injectable()
export class SuggestionMaterialFinder {
  constructor(
    private readonly library: SourceLibrary,
    private readonly sections: SectionsService,
    private readonly search: PassageSearch,
    private readonly finder: PassageFinder,
  ) {}

  /** @throws ProblemException NOT_FOUND, TOKEN_LIMIT; the reason of the signal */
  async find(
    { id: documentId, language }: Document,
    sectionId: string,
    { start, end, text }: SelectedText,
    { action, instruction }: Wanted,
    { ownerId, signal }: { ownerId: string; signal?: AbortSignal | undefined },
  ): Promise<SuggestionMaterial> {
    const payer: Payer = { ownerId, signal, tokens: 0 };
    const sources = await this.library.list(documentId);
    const section = await this.sections.getEvidenced(ownerId, documentId, sectionId);
    const evidence = citedPlaces(section.content, language).flatMap(({ cluster }, ordinal) =>
      cluster.start >= start && cluster.end <= end ? (section.evidence[ordinal] ?? []) : [],
    );
    const ids = evidence.flatMap(({ passageId }) => passageId ?? []);
    const known = await this.search.named(documentId, [...new Set(ids)]);
    if (action === 'expand' || (action === 'rewrite' && instruction !== null)) {
      const query = `${plainProse(text)} ${instruction ?? ''}`.slice(0, LONGEST_QUERY);
      const wanted = { documentId, language, query, limit: MORE_PASSAGES };
      for (const passage of await this.finder.find(wanted, payer)) known.set(passage.id, passage);
    }
    const passages = inTextOrder([...known.values()]);
    return { sources, passages, evidence, tokensUsed: payer.tokens };
  }
}
