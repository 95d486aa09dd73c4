import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Response } from 'express';
import { ProblemException } from './problem';

/**
 * Aborts when the client has gone before it was answered, so that nobody is made to pay for an
 * answer that nobody reads. The reason is a problem, as whatever ends a request.
 */
export const ClientGone = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const response = context.switchToHttp().getResponse<Response>();
  const gone = new AbortController();
  response.once('close', () => {
    if (response.writableEnded) return;
    gone.abort(new ProblemException('ABANDONED', 'Nobody waits for the answer any more.'));
  });
  return gone.signal;
});
