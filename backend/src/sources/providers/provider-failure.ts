/**
 * Why a provider gave no answer.
 * - `rate_limited`, `unavailable`, `network`: may pass within seconds; asked again
 * - `timeout`, `malformed`, `too_large`: may pass, but another provider is sooner
 * - `circuit_open`: too many failures just now, so it was not asked
 * - `busy`: its limit leaves no turn within the time that there is
 * - `limits_unknown`: without Redis nobody knows what other processes ask; so it was not asked
 * - `redirected`, `rejected`, `unauthorized`: asking again cannot help
 */
export type FailureReason =
  | 'rate_limited'
  | 'unavailable'
  | 'network'
  | 'timeout'
  | 'malformed'
  | 'too_large'
  | 'circuit_open'
  | 'busy'
  | 'limits_unknown'
  | 'redirected'
  | 'rejected'
  | 'unauthorized';

const AGAIN: ReadonlySet<FailureReason> = new Set(['rate_limited', 'unavailable', 'network']);

const UNHEALTHY: ReadonlySet<FailureReason> = new Set([
  ...AGAIN,
  'timeout',
  'malformed',
  'too_large',
]);

const FINAL: ReadonlySet<FailureReason> = new Set(['redirected', 'rejected', 'unauthorized']);

interface FailureOptions {
  retryAfterMs?: number | undefined;
  cause?: unknown;
}

export class ProviderFailure extends Error {
  override readonly name = 'ProviderFailure';
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly reason: FailureReason,
    { retryAfterMs, cause }: FailureOptions = {},
  ) {
    super(`the provider did not answer: ${reason}`, { cause });
    this.retryAfterMs = retryAfterMs;
  }

  /** Whether asking at another time may help. */
  get retryable(): boolean {
    return !FINAL.has(this.reason);
  }

  /** Whether the same provider is worth asking again within this question. */
  get mayPass(): boolean {
    return AGAIN.has(this.reason);
  }
}

/** Says something about the provider's health: counts for its circuit breaker. */
export function isUnhealthy(error: unknown): boolean {
  return error instanceof ProviderFailure && UNHEALTHY.has(error.reason);
}

/** The provider's budget is used up for longer than anybody waits. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';

  constructor(readonly forMs: number) {
    super('the provider’s budget is spent');
  }
}
