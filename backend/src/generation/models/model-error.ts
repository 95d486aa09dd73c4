import { retryAfterMs } from '../../common';

/**
 * Why a model gave no usable answer.
 * - `rate_limited`, `unavailable`, `timeout`, `network`, `interrupted`, `malformed`: may pass; retried
 * - `circuit_open`: too many failures just now, so it was not asked
 * - `exhausted`, `unauthorized`, `unknown_model`, `rejected`, `filtered`: asking again cannot help
 */
export type ModelErrorKind =
  | 'rate_limited'
  | 'unavailable'
  | 'timeout'
  | 'network'
  | 'interrupted'
  | 'malformed'
  | 'circuit_open'
  | 'exhausted'
  | 'unauthorized'
  | 'unknown_model'
  | 'rejected'
  | 'filtered';

const TRANSIENT: ReadonlySet<ModelErrorKind> = new Set<ModelErrorKind>([
  'rate_limited',
  'unavailable',
  'timeout',
  'network',
  'interrupted',
  'malformed',
]);

/** A wait that a server asks for and that is longer than this means: ask another model instead. */
const LONGEST_WAIT_MS = 60_000;

interface ModelErrorOptions {
  retryAfterMs?: number | undefined;
  cause?: unknown;
}

export class ModelError extends Error {
  override readonly name = 'ModelError';
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly kind: ModelErrorKind,
    options: ModelErrorOptions = {},
  ) {
    // The provider's own message may quote the key or the text; it goes no further than `cause`
    super(`the model did not answer: ${kind}`, { cause: options.cause });
    this.retryAfterMs = options.retryAfterMs;
  }
}

/** Says something about the model's health: counts for the circuit breaker. */
export function isTransient(error: unknown): error is ModelError {
  return error instanceof ModelError && TRANSIENT.has(error.kind);
}

export function isRetryable(error: unknown): error is ModelError {
  return isTransient(error) && (error.retryAfterMs ?? 0) <= LONGEST_WAIT_MS;
}

interface ApiFailure {
  status?: number;
  code?: string | null;
  name?: string;
  headers?: { get?(name: string): string | null };
}

function kindOfStatus(status: number, code: string | null | undefined): ModelErrorKind {
  if (status === 429) return code === 'insufficient_quota' ? 'exhausted' : 'rate_limited';
  if (status === 408 || status === 409 || status >= 500) return 'unavailable';
  if (status === 401 || status === 403) return 'unauthorized';
  return status === 404 ? 'unknown_model' : 'rejected';
}

function kindOf(error: unknown): ModelErrorKind {
  const { status, code, name } = error as ApiFailure;
  if (typeof status === 'number') return kindOfStatus(status, code);
  if (error instanceof SyntaxError) return 'malformed';
  return name === 'TimeoutError' ? 'timeout' : 'network';
}

/** What any failure of a remote model's client means to us. */
export function toModelError(error: unknown): ModelError {
  if (error instanceof ModelError) return error;
  const header = (error as ApiFailure).headers?.get?.('retry-after');
  const wait = retryAfterMs(header, Date.now());
  return new ModelError(kindOf(error), { retryAfterMs: wait, cause: error });
}
