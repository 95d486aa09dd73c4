import {
  BrokenCircuitError,
  circuitBreaker,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  handleWhen,
} from 'cockatiel';
import { interpretReply } from './interpret-reply';
import type { Patience } from './patience';
import type { Work } from './provider-answer';
import type { ProviderApi } from './provider-api';
import { BudgetSpent, isUnhealthy, ProviderFailure } from './provider-failure';
import type { Question } from './question';
import { inRedis, type SharedLimits } from './shared-limits';
import type { ProviderRequest, Transport } from './transport';

const TIMEOUT_MS = 10_000;
const SHORTEST_TIMEOUT_MS = 1000;
const BREAK_AFTER = 5;
const HALF_OPEN_AFTER_MS = 60_000;

/** One call to a provider, behind its circuit breaker; what it says of itself is remembered. */
export class GuardedCall {
  private readonly breaker: CircuitBreakerPolicy = circuitBreaker(handleWhen(isUnhealthy), {
    breaker: new ConsecutiveBreaker(BREAK_AFTER),
    halfOpenAfter: HALF_OPEN_AFTER_MS,
  });

  constructor(
    private readonly api: ProviderApi,
    private readonly limits: SharedLimits,
    private readonly transport: Transport,
  ) {}

  /** @throws ProviderFailure, BudgetSpent */
  async works(question: Question, request: ProviderRequest, patience: Patience): Promise<Work[]> {
    const timeout = Math.max(SHORTEST_TIMEOUT_MS, Math.min(TIMEOUT_MS, patience.left));
    try {
      return await this.breaker.execute(async () => {
        const reply = await this.transport(request, timeout);
        await this.learn(question, reply.headers);
        return interpretReply(this.api, reply, question);
      });
    } catch (error) {
      if (error instanceof BrokenCircuitError) throw new ProviderFailure('circuit_open');
      if (error instanceof BudgetSpent) {
        await inRedis(this.limits.spend(this.api.scope(question), error.forMs));
      }
      throw error;
    }
  }

  private async learn(question: Question, headers: Headers): Promise<void> {
    const limit = this.api.statedLimit(headers);
    if (limit === undefined) return;
    await inRedis(this.limits.learn(this.api.scope(question), limit));
  }
}
