import {
  HttpErrorResponse,
  type HttpHandlerFn,
  type HttpInterceptorFn,
  type HttpRequest,
} from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, switchMap, throwError } from 'rxjs';
import { Session } from './session';

/** These work by cookie, and their 401 is an answer rather than a token that has ended. */
const BY_COOKIE = /\/api\/v1\/auth\/(magic-link|verify-magic-link|refresh|logout)$/;

function withToken(request: HttpRequest<unknown>, token: string | null): HttpRequest<unknown> {
  if (token === null) return request;
  return request.clone({ setHeaders: { Authorization: `Bearer ${token}` } });
}

/** Sends the access token along; when the server refuses it, renews it and asks once more. */
export const credentialsInterceptor: HttpInterceptorFn = (request, next: HttpHandlerFn) => {
  const session = inject(Session);
  const sent = withToken(request, session.token());
  if (BY_COOKIE.test(request.url)) return next(sent);
  return next(sent).pipe(
    catchError((error: unknown) => {
      const refused = error instanceof HttpErrorResponse && error.status === 401;
      if (!refused) return throwError(() => error);
      return from(session.renew()).pipe(
        switchMap(() => {
          const token = session.token();
          return token === null ? throwError(() => error) : next(withToken(request, token));
        }),
      );
    }),
  );
};
