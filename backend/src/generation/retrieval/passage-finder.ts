import { Injectable, Logger } from '@nestjs/common';
import { type Passage, type PassageQuery, PassageSearch } from '../../sources';
import { ModelError } from '../models/model-error';
import type { Payer } from './embedder';
import { fuse } from './reciprocal-rank-fusion';
import { SemanticRanking } from './semantic-ranking';

/** Passages that words find and that are then compared by meaning, for each one asked for. */
const CANDIDATES_PER_WANTED = 4;

/**
 * Finds passages by their words and, where a model for embeddings is configured, by their meaning.
 * Words alone decide whether the library speaks about a query at all.
 */
@Injectable()
export class PassageFinder {
  private readonly logger = new Logger(PassageFinder.name);

  constructor(
    private readonly search: PassageSearch,
    private readonly semantic: SemanticRanking,
  ) {}

  /**
   * Passages that speak about the query, best first; `rank` is comparable within one answer.
   * @throws ProblemException TOKEN_LIMIT; the reason of the payer's signal
   */
  async find(query: PassageQuery, payer: Payer): Promise<Passage[]> {
    if (!this.semantic.isConfigured || payer.failed === true) return this.search.search(query);
    const limit = query.limit * CANDIDATES_PER_WANTED;
    const byWords = await this.search.search({ ...query, limit });
    if (byWords.length === 0) return [];
    const byMeaning = await this.byMeaning(query, byWords, payer);
    if (byMeaning === null) return byWords.slice(0, query.limit);
    return this.fused(query, byWords, byMeaning);
  }

  /** Null when the model cannot be asked: writing goes on without it. */
  private async byMeaning(
    query: PassageQuery,
    byWords: readonly Passage[],
    payer: Payer,
  ): Promise<string[] | null> {
    try {
      const candidates = byWords.map(({ id }) => id);
      return await this.semantic.rank(query, candidates, payer);
    } catch (error) {
      if (!(error instanceof ModelError)) throw error;
      payer.failed = true;
      this.logger.warn(`Passages are found by their words alone: ${error.kind}`);
      return null;
    }
  }

  private async fused(
    { documentId, limit }: PassageQuery,
    byWords: readonly Passage[],
    byMeaning: readonly string[],
  ): Promise<Passage[]> {
    const ranked = byWords.slice(0, limit).map(({ id }) => id);
    const best = fuse([ranked, byMeaning]).slice(0, limit);
    const known = new Map(byWords.map((passage) => [passage.id, passage]));
    const unknown = best.flatMap(({ id }) => (known.has(id) ? [] : [id]));
    for (const passage of (await this.search.named(documentId, unknown)).values()) {
      known.set(passage.id, passage);
    }
    return best.flatMap(({ id, score }) => {
      const passage = known.get(id);
      return passage === undefined ? [] : [{ ...passage, rank: score }];
    });
  }
}
