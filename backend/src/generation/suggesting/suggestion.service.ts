import { Injectable } from '@nestjs/common';
import { notFound, staleVersion } from '../../common';
import { DocumentsService, type Suggestion, SuggestionsService } from '../../documents';
import type { SuggestionRequest } from '../dto/suggestion';
import { assertIdle } from '../idle-document';
import { selectedText } from './selected-text';
import { SuggestionStep } from './suggestion-step';

/** Another wording for a place of a section, for who waits for it. */
@Injectable()
export class SuggestionService {
  constructor(
    private readonly documents: DocumentsService,
    private readonly step: SuggestionStep,
    private readonly suggestions: SuggestionsService,
  ) {}

  /**
   * @throws ProblemException NOT_FOUND, JOB_ACTIVE, STALE_VERSION, VALIDATION_FAILED and those of
   *   the step
   */
  async suggest(
    ownerId: string,
    { documentId, sectionId, version, action, selection, instruction }: SuggestionRequest,
    signal?: AbortSignal,
  ): Promise<Suggestion> {
    const document = await this.documents.getOwned(ownerId, documentId);
    assertIdle(document);
    const section = document.sections.find(({ id }) => id === sectionId);
    if (section === undefined) throw notFound();
    if (section.version !== version) throw staleVersion();
    const selected = selectedText(section.content, selection, document.language);
    const wish = instruction === undefined || instruction === '' ? null : instruction;
    const wanted = { action, instruction: wish };
    const made = await this.step.make(document, { section, selected }, wanted, { ownerId, signal });
    signal?.throwIfAborted();
    return this.suggestions.keep(ownerId, made);
  }
}
