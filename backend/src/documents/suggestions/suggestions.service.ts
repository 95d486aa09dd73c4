import { Injectable } from '@nestjs/common';
import { DocumentsRepository } from '../documents.repository';
import type { RejectSuggestion, Suggestion, Suggestions } from './suggestion';
import { type MadeSuggestion, SuggestionsRepository, toSuggestion } from './suggestions.repository';

/** Other wordings for places of sections. Their owner takes or refuses each change. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly documents: DocumentsRepository,
    private readonly suggestions: SuggestionsRepository,
  ) {}

  /** The open ones. @throws ProblemException NOT_FOUND */
  async list(ownerId: string, documentId: string): Promise<Suggestions> {
    await this.documents.get(ownerId, documentId);
    const stored = await this.suggestions.open(ownerId, documentId);
    return { items: stored.map(toSuggestion) };
  }

  /** @throws ProblemException NOT_FOUND */
  async keep(ownerId: string, made: MadeSuggestion): Promise<Suggestion> {
    const id = await this.suggestions.keep(ownerId, made);
    return toSuggestion(await this.suggestions.get(ownerId, made.documentId, id));
  }

  /** The text stays as it is. @throws ProblemException NOT_FOUND */
  async reject(
    ownerId: string,
    documentId: string,
    id: string,
    { changes }: RejectSuggestion,
  ): Promise<Suggestion> {
    await this.suggestions.get(ownerId, documentId, id);
    await this.suggestions.reject(id, changes ?? null);
    return toSuggestion(await this.suggestions.get(ownerId, documentId, id));
  }
}
