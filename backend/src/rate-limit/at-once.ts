import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  type Type,
} from '@nestjs/common';
import type { Request } from 'express';
import { defer, finalize, type Observable } from 'rxjs';
import { type Principal, ProblemException } from '../common';
import { CONFIGURATION, type Configuration } from '../config';

const RETRY_SECONDS = 5;

/**
 * An interceptor for routes that take a share of something all users of this process wait for: one
 * user may have `most` calls under way at a time. Answers 429 beyond that.
 * @param most calls of all the routes that carry this very interceptor
 */
export function atOnce(most: number): Type<NestInterceptor> {
  const underWay = new Map<string, number>();
  const detail = `You have ${String(most)} of these requests under way. Wait until one is done.`;

  @Injectable()
  class AtOnceInterceptor implements NestInterceptor {
    constructor(@Inject(CONFIGURATION) private readonly config: Configuration) {}

    intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
      const { user } = context.switchToHttp().getRequest<Request & { user?: Principal }>();
      if (user === undefined || this.config.limits.disabled) return next.handle();
      const { userId } = user;
      const count = underWay.get(userId) ?? 0;
      if (count >= most) {
        throw new ProblemException('RATE_LIMITED', detail, { retryAfter: RETRY_SECONDS });
      }
      underWay.set(userId, count + 1);
      return defer(() => next.handle()).pipe(finalize(() => release(userId)));
    }
  }

  function release(userId: string): void {
    const left = (underWay.get(userId) ?? 1) - 1;
    if (left > 0) underWay.set(userId, left);
    else underWay.delete(userId);
  }

  return AtOnceInterceptor;
}
