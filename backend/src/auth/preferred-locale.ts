import type { Request } from 'express';
import { type Locale, LOCALES } from '../mail';

/** The language of ours that the client likes best (`Accept-Language`). */
export function preferredLocale(request: Pick<Request, 'acceptsLanguages'>): Locale {
  const best = request.acceptsLanguages(...LOCALES);
  return LOCALES.find((locale) => locale === best) ?? 'en';
}
