import { HttpEventType, type HttpInterceptorFn } from '@angular/common/http';
import { tap } from 'rxjs';
import { ON_UPLOAD } from './request-options';

/** Tells the caller how its upload gets on; the generated client itself only knows the answer. */
export const uploadInterceptor: HttpInterceptorFn = (request, next) => {
  const onUpload = request.context.get(ON_UPLOAD);
  if (onUpload === null) return next(request);
  return next(request.clone({ reportUploadProgress: true })).pipe(
    tap((event) => {
      if (event.type !== HttpEventType.UploadProgress || !event.total) return;
      onUpload(Math.round((100 * event.loaded) / event.total));
    }),
  );
};
