import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { PassageQuery } from '../../sources';
import { CallGate } from '../models/call-gate';
import { Embedder, type Payer } from './embedder';
import { PassageVectorsRepository } from './passage-vectors.repository';
import { QueryVectorsRepository } from './query-vectors.repository';
import { quantised, similarity } from './vector';

/**
 * A library of no more passages is embedded as a whole, for some 150,000 tokens; of a larger one
 * only what words have found.
 */
const SMALL_LIBRARY = 1000;
/** Texts a request; the smallest limit of common servers. */
const BATCH = 32;
/** Characters of a text that are embedded: what models with short inputs take. */
const CHARACTERS = 2000;
/** As in `likelyTokens`. */
const BYTES_PER_TOKEN = 3;
const REMEMBERED_QUERIES = 200;

interface Near {
  id: string;
  nearness: number;
}

/**
 * Every passage is near to some degree: one that shares no words with the query counts if it is
 * nearer than half of those that do.
 */
function nearest(passages: readonly Near[], byWords: ReadonlySet<string>): string[] {
  const sorted = [...passages].sort((one, other) => other.nearness - one.nearness);
  const found = sorted.filter(({ id }) => byWords.has(id));
  const median = found[Math.floor(found.length / 2)]?.nearness ?? Infinity;
  return sorted.flatMap(({ id, nearness }) => (byWords.has(id) || nearness > median ? [id] : []));
}

/** Ranks passages by how near their meaning is to that of a query. */
@Injectable()
export class SemanticRanking {
  private readonly queries = new LRUCache<string, Buffer>({ max: REMEMBERED_QUERIES });

  constructor(
    private readonly embedder: Embedder,
    private readonly vectors: PassageVectorsRepository,
    private readonly paid: QueryVectorsRepository,
    private readonly gate: CallGate,
  ) {}

  get isConfigured(): boolean {
    return this.embedder.model !== undefined;
  }

  /**
   * Ids of passages, best first. Vectors that are missing are made and kept.
   * @param candidates what words have found; of a large library only these are looked at
   * @throws ProblemException TOKEN_LIMIT; ModelError; the reason of the payer's signal
   */
  async rank(
    { documentId, query, sourceIds, limit }: PassageQuery,
    candidates: readonly string[],
    payer: Payer,
  ): Promise<string[]> {
    const model = this.embedder.model ?? '';
    await this.complete(documentId, model, candidates, payer);
    const wanted = await this.vectorOf(query, model, payer);
    const scored: Near[] = [];
    for await (const batch of this.vectors.all(documentId, model, sourceIds ?? null)) {
      for (const { id, vector } of batch) {
        // a model of the same name may once have had other dimensions
        if (vector.length !== wanted.length) continue;
        scored.push({ id, nearness: similarity(vector, wanted) });
      }
    }
    return nearest(scored, new Set(candidates)).slice(0, limit);
  }

  /** What it will take to make the vectors that a small library lacks. Makes none. */
  async forecast(documentId: string): Promise<{ calls: number; tokens: number }> {
    if (this.embedder.model === undefined) return { calls: 0, tokens: 0 };
    const { passages, bytes } = await this.vectors.lacking(
      documentId,
      this.embedder.model,
      CHARACTERS,
    );
    // of a large library only what is found for a section is embedded
    const share = Math.min(1, SMALL_LIBRARY / Math.max(1, passages));
    const calls = Math.ceil((passages * share) / BATCH);
    return { calls, tokens: Math.ceil((bytes * share) / BYTES_PER_TOKEN) };
  }

  private async complete(
    documentId: string,
    model: string,
    candidates: readonly string[],
    payer: Payer,
  ): Promise<void> {
    const isSmall = (await this.vectors.countPassages(documentId)) <= SMALL_LIBRARY;
    const among = isSmall ? null : candidates;
    const lacking = () => this.vectors.missing(documentId, model, among, CHARACTERS);
    if ((await lacking()).length === 0) return;
    await this.alone(payer, async () => {
      // who was in before may have made them
      await this.make(await lacking(), model, payer);
    });
  }

  private async make(
    missing: Awaited<ReturnType<PassageVectorsRepository['missing']>>,
    model: string,
    payer: Payer,
  ): Promise<void> {
    for (let start = 0; start < missing.length; start += BATCH) {
      const batch = missing.slice(start, start + BATCH);
      const embedded = await this.embedder.embed(
        batch.map(({ text }) => text),
        payer,
      );
      const rows = embedded.map((vector, at) => ({
        id: batch[at]?.id ?? '',
        vector: quantised(vector),
      }));
      await this.vectors.store(model, rows);
    }
  }

  private async vectorOf(query: string, model: string, payer: Payer): Promise<Buffer> {
    const text = query.slice(0, CHARACTERS);
    const known = this.queries.get(text);
    if (known !== undefined) return known;
    return this.alone(payer, () => this.paidVector(text, model, payer));
  }

  private async paidVector(text: string, model: string, payer: Payer): Promise<Buffer> {
    const { jobId } = payer;
    const paid = this.queries.get(text) ?? (await this.paid.find(jobId, model, text));
    const wanted = paid ?? (await this.bought(text, payer));
    if (paid === undefined) await this.paid.keep(jobId, model, text, wanted);
    this.queries.set(text, wanted);
    return wanted;
  }

  private async bought(text: string, payer: Payer): Promise<Buffer> {
    const [vector = []] = await this.embedder.embed([text], payer);
    return quantised(vector);
  }

  /** Within the gate of the payer's job, until what was paid for is kept. */
  private async alone<T>({ jobId, signal }: Payer, work: () => Promise<T>): Promise<T> {
    const leave = await this.gate.enter(jobId, signal);
    try {
      return await work();
    } finally {
      leave();
    }
  }
}
