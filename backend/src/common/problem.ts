import { HttpException } from '@nestjs/common';
import { z } from 'zod';
import { ERROR_CODES, type ErrorCode } from './error-codes';

/** RFC 9457 problem details, with our stable `code`. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string().meta({ example: 'NOT_FOUND' }),
    requestId: z.string(),
    errors: z
      .array(z.object({ pointer: z.string(), message: z.string() }))
      .optional()
      .describe('For bad input: JSON pointer (RFC 6901) into the body, and what is wrong there'),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof Problem>;

export interface FieldError {
  pointer: string;
  message: string;
}

interface ProblemOptions {
  errors?: readonly FieldError[];
  /** Seconds until a retry makes sense; becomes `Retry-After`. */
  retryAfter?: number;
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

  constructor(
    readonly code: ErrorCode,
    readonly detail: string,
    options: ProblemOptions = {},
  ) {
    super(detail, ERROR_CODES[code].status, { cause: options.cause });
    this.errors = options.errors;
    this.retryAfter = options.retryAfter;
  }
}

/** One wording for what is absent and what is another's, so that the two cannot be told apart. */
export function notFound(): ProblemException {
  return new ProblemException('NOT_FOUND', 'There is nothing here, or it is not yours.');
}
