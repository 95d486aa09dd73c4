import { type AnswerCache, toAnswer } from './answer-cache';
import { GuardedCall } from './guarded-call';
import type { Patience } from './patience';
import type { ProviderAnswer, Work } from './provider-answer';
import type { ProviderApi } from './provider-api';
import { BudgetSpent, ProviderFailure } from './provider-failure';
import type { Question } from './question';
import { inRedis, type SharedLimits } from './shared-limits';
import { SourceProvider } from './source-provider';
import type { ProviderRequest, Transport } from './transport';
import { TurnTaker } from './turn-taker';

const ATTEMPTS = 3;

/** What providers of one process share. */
export interface ProviderTools {
  limits: SharedLimits;
  cache: AnswerCache;
  transport: Transport;
  /** 0 to 1; spreads waits of many processes over their whole length ("full jitter"). */
  random: () => number;
}

/**
 * A service, asked politely: what is known is not asked again, calls take turns with those of all
 * other processes, and one that is ill or has no more to give is left in peace.
 */
export class PoliteProvider extends SourceProvider {
  private readonly calls: GuardedCall;
  private readonly turns: TurnTaker;

  constructor(
    private readonly api: ProviderApi,
    private readonly tools: ProviderTools,
  ) {
    super();
    this.turns = new TurnTaker(api, tools.limits, tools.random);
    this.calls = new GuardedCall(api, tools.limits, tools.transport);
  }

  get name() {
    return this.api.name;
  }

  get knowsRetractions() {
    return this.api.knowsRetractions;
  }

  covers(question: Question): boolean {
    return this.api.request(question) !== undefined;
  }

  async ask(question: Question, patience: Patience, queueMs: number): Promise<ProviderAnswer> {
    const request = this.api.request(question);
    if (request === undefined) return { kind: 'empty' };
    const scope = this.api.scope(question);
    try {
      const kept = await inRedis(this.tools.cache.get(request));
      if (kept !== undefined) return kept;
      const spentFor = await inRedis(this.tools.limits.spent(scope));
      if (spentFor > 0) return spent(spentFor);
      const works = await this.attempt(question, request, patience, queueMs);
      await inRedis(this.tools.cache.keep(request, works));
      return toAnswer(works);
    } catch (error) {
      if (error instanceof BudgetSpent) return spent(error.forMs);
      if (!(error instanceof ProviderFailure)) throw error;
      return { kind: 'failed', reason: error.reason, retryable: error.retryable };
    }
  }

  private async attempt(
    question: Question,
    request: ProviderRequest,
    patience: Patience,
    queueMs: number,
  ): Promise<Work[]> {
    let failure: ProviderFailure | undefined;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const longest = attempt === 1 ? queueMs : patience.left;
      if (!(await this.turns.wait(question, longest))) break;
      try {
        return await this.calls.works(question, request, patience);
      } catch (error) {
        if (!(error instanceof ProviderFailure) || !error.mayPass) throw error;
        failure = error;
        await this.turns.holdOff(question, error, attempt);
      }
    }
    throw failure ?? new ProviderFailure('busy');
  }
}

const spent = (forMs: number): ProviderAnswer => ({
  kind: 'spent',
  until: new Date(Date.now() + forMs),
});
