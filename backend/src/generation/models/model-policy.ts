import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  type CircuitBreakerPolicy,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleWhen,
  type IRetryBackoffContext,
  retry,
  type RetryPolicy,
} from 'cockatiel';
import { BREAKER, breakerState, modelRetries } from './model-metrics';
import { isRetryable, isTransient, ModelError } from './model-error';

/** How a model's failures are answered; one value for the process, another in tests. */
export interface ResilienceSettings {
  /** Upper bound of the wait before each retry. */
  retryDelaysMs: readonly number[];
  /** Failures in a row that open the circuit. */
  breakAfter: number;
  /** How long the circuit stays open before one call probes the model. */
  halfOpenAfterMs: number;
  /** 0 to 1; spreads retries of many clients over the whole wait ("full jitter"). */
  random: () => number;
}

export const RESILIENCE: ResilienceSettings = {
  retryDelaysMs: [2000, 4000, 8000, 16_000, 32_000],
  breakAfter: 5,
  halfOpenAfterMs: 60_000,
  random: Math.random,
};

const STATES: Record<CircuitState, number> = {
  [CircuitState.Closed]: BREAKER.closed,
  [CircuitState.HalfOpen]: BREAKER.halfOpen,
  [CircuitState.Open]: BREAKER.open,
  // never done here: opened by hand
  [CircuitState.Isolated]: BREAKER.open,
};

/** Half-open: one call is let through to see whether the model has come back. */
export type BreakerState = 'closed' | 'half-open' | 'open';

const NAMES: Record<CircuitState, BreakerState> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.HalfOpen]: 'half-open',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
};

/** Runs a call through the circuit breaker. */
export type Guard = <T>(call: () => Promise<T>) => Promise<T>;

/**
 * Retries and the circuit breaker of one model, shared by every call to it in the process, so that
 * what one call learns about the model's health all others know.
 */
export class ModelPolicy {
  private readonly retry: RetryPolicy;
  private readonly breaker: CircuitBreakerPolicy;

  /** @param model whose id the metrics name */
  constructor(
    { retryDelaysMs, breakAfter, halfOpenAfterMs, random }: ResilienceSettings,
    model: string,
  ) {
    const delay = ({ attempt, result }: IRetryBackoffContext<unknown>): number => {
      const error = 'error' in result ? result.error : undefined;
      const asked = error instanceof ModelError ? error.retryAfterMs : undefined;
      const jitter = random() * (retryDelaysMs[attempt - 1] ?? 0);
      return asked === undefined ? jitter : Math.max(asked, jitter);
    };
    this.retry = retry(handleWhen(isRetryable), {
      maxAttempts: retryDelaysMs.length,
      backoff: new DelegateBackoff(delay),
    }).dangerouslyUnref();
    this.breaker = circuitBreaker(handleWhen(isTransient), {
      breaker: new ConsecutiveBreaker(breakAfter),
      halfOpenAfter: halfOpenAfterMs,
    });
    this.retry.onRetry(() => modelRetries.inc({ model }));
    breakerState.set({ model }, BREAKER.closed);
    this.breaker.onStateChange((state) => breakerState.set({ model }, STATES[state]));
  }

  get state(): BreakerState {
    return NAMES[this.breaker.state];
  }

  /**
   * Runs `attempt` until it succeeds, fails for good, or the retries are spent. It does its own
   * bookkeeping and makes the call itself through the guard that it is given.
   * @throws ModelError; whatever else `attempt` throws ends it at once
   */
  async execute<T>(attempt: (guard: Guard) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const run = this.retry.execute(() => {
      signal?.throwIfAborted();
      return attempt((call) => this.guarded(call));
    }, signal);
    return signal === undefined ? run : Promise.race([run, rejectedOn(signal, run)]);
  }

  private async guarded<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await this.breaker.execute(call);
    } catch (error) {
      if (error instanceof BrokenCircuitError) throw new ModelError('circuit_open');
      throw error;
    }
  }
}

/** Ends a wait between two retries as soon as the caller gives up. */
function rejectedOn(signal: AbortSignal, run: Promise<unknown>): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    const forget = () => {
      signal.removeEventListener('abort', stop);
    };
    run.then(forget, forget);
  });
}
