import { HttpEventType, type HttpInterceptorFn } from '@angular/common/http';
import { Observable, takeUntil, tap } from 'rxjs';
import { ABORTED_BY, ON_UPLOAD } from './request-options';

const aborting = (signal: AbortSignal): Observable<void> =>
  new Observable((subscriber) => {
    signal.addEventListener('abort', () => subscriber.next(), { once: true });
  });

/** Tells the caller how its upload gets on, and lets it stop one; the generated client does neither. */
export const uploadInterceptor: HttpInterceptorFn = (request, next) => {
  const onUpload = request.context.get(ON_UPLOAD);
  const abortedBy = request.context.get(ABORTED_BY);
  if (onUpload === null) return next(request);
  const answer = next(request.clone({ reportUploadProgress: true })).pipe(
    tap((event) => {
      if (event.type !== HttpEventType.UploadProgress || !event.total) return;
      onUpload(Math.round((100 * event.loaded) / event.total));
    }),
  );
  return abortedBy === null ? answer : answer.pipe(takeUntil(aborting(abortedBy)));
};
