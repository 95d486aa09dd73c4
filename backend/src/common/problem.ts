// Not from its index: threads that only throw would load all of Nest for a tenth of a second
import { HttpException } from '@nestjs/common/exceptions/http.exception.js';
import { ERROR_CODES, type ErrorCode } from './error-codes';
import type { ProblemReason } from './problem-reasons';

export interface FieldError {
  pointer: string;
  message: string;
}

interface ProblemOptions {
  errors?: readonly FieldError[];
  /** Seconds until a retry makes sense; becomes `Retry-After`. */
  retryAfter?: number;
  /** Which of several causes of one code it is, where a person can act on that. */
  reason?: ProblemReason;
  cause?: unknown;
}

/**
 * An error that a person can act on. `detail` is shown to users: plain words, what happened and
 * what to do; never internals.
 *
 * @example throw new ProblemException('NOT_FOUND', 'There is no such document.');
 */
export class ProblemException extends HttpException {
  readonly errors: readonly FieldError[] | undefined;
  readonly retryAfter: number | undefined;
  readonly reason: ProblemReason | undefined;

  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    options: ProblemOptions = {},
  ) {
    super(detail, ERROR_CODES[code].status, { cause: options.cause });
    this.errors = options.errors;
    this.retryAfter = options.retryAfter;
    this.reason = options.reason;
  }
}

/** One wording for what is absent and what is another's, so that the two cannot be told apart. */
export function notFound(): ProblemException {
  return new ProblemException('NOT_FOUND', 'There is nothing here, or it is not yours.');
}
