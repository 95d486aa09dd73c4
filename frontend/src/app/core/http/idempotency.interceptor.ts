import type { HttpInterceptorFn } from '@angular/common/http';
import { retry, throwError, timer } from 'rxjs';
import { problemOf } from '../problem/problem';
import { IDEMPOTENCY_KEY } from './request-options';

const ATTEMPTS = 2;
const PAUSE_MS = 800;

/** A creating request whose answer was lost on the way is asked once more, under the same key. */
export const idempotencyInterceptor: HttpInterceptorFn = (request, next) => {
  const key = request.context.get(IDEMPOTENCY_KEY);
  if (key === null) return next(request);
  return next(request.clone({ setHeaders: { 'Idempotency-Key': key } })).pipe(
    retry({
      count: ATTEMPTS - 1,
      delay: (error) =>
        problemOf(error).code === 'OFFLINE' ? timer(PAUSE_MS) : throwError(() => error as unknown),
    }),
  );
};
