import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../../config';
import { TokenBudget } from '../budget/token-budget';
import { likelyTokens, promptBound } from '../budget/token-estimate';
import { toModelError } from '../models/model-error';
import {
  type Guard,
  ModelPolicy,
  RESILIENCE,
  type ResilienceSettings,
} from '../models/model-policy';
import { RESILIENCE_SETTINGS } from '../models/model-registry';
import { type Embedded, requestEmbeddings } from './embedding-client';

/** Whose token budget pays, and what for how long. */
export interface Payer {
  ownerId: string;
  /** The job that asks, if one does. */
  jobId?: string | undefined;
  /** Counts up what the calls have cost. */
  tokens: number;
  /** The model has failed meanwhile: it is not worth another wait. */
  failed?: boolean;
  signal?: AbortSignal | undefined;
}

/** Fewer than for a chat model: writing can go on without vectors. */
const RETRIES = 2;

/** Makes vectors of texts with the configured model, within the owner's budget. */
@Injectable()
export class Embedder {
  /** Undefined when none is configured. */
  readonly model: string | undefined;
  private readonly policy: ModelPolicy;

  constructor(
    @Inject(CONFIGURATION) private readonly config: Configuration,
    private readonly budget: TokenBudget,
    @Inject(RESILIENCE_SETTINGS) settings: ResilienceSettings = RESILIENCE,
  ) {
    this.model = config.llm.embeddingModel;
    const retryDelaysMs = settings.retryDelaysMs.slice(0, RETRIES);
    this.policy = new ModelPolicy({ ...settings, retryDelaysMs }, this.model ?? '');
  }

  /** @throws ProblemException TOKEN_LIMIT; ModelError; the reason of the payer's signal */
  async embed(texts: readonly string[], payer: Payer): Promise<Embedded['vectors']> {
    return this.policy.execute((guard) => this.pay(texts, payer, guard), payer.signal);
  }

  /** One call that is paid for: reserved before, settled or released after. */
  private async pay(
    texts: readonly string[],
    payer: Payer,
    guard: Guard,
  ): Promise<Embedded['vectors']> {
    const bound = promptBound(texts.map((content) => ({ role: 'user', content })));
    const reservation = await this.budget.reserve(payer.ownerId, bound);
    const settled = await guard(() => this.request(texts, payer.signal)).then(
      ({ vectors, tokens }) => ({ vectors, tokens: tokens ?? likelyTokens(texts.join('')) }),
      (error: unknown) => ({ error, tokens: 0 }),
    );
    payer.tokens += settled.tokens;
    await reservation.settle(settled.tokens, { model: this.model ?? '', written: 0 });
    if ('error' in settled) throw settled.error;
    return settled.vectors;
  }

  private async request(texts: readonly string[], signal?: AbortSignal): Promise<Embedded> {
    try {
      return await requestEmbeddings(texts, this.model ?? '', this.config.llm, signal);
    } catch (error) {
      signal?.throwIfAborted();
      throw toModelError(error);
    }
  }
}
