import type { HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { Locale } from '../i18n/locale';

/** What the server writes, mails above all, is to be in the language that was chosen here. */
export const languageInterceptor: HttpInterceptorFn = (request, next) =>
  next(request.clone({ setHeaders: { 'Accept-Language': inject(Locale).language() } }));
