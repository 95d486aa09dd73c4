import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { ProblemException } from '../common';
import { CONFIGURATION, type Configuration } from '../config';

/** Origins of pages that may act for their user: ours, those of CORS, this machine in development. */
export function allowedOrigins({ http, production }: Configuration): Set<string> {
  const origins = [new URL(http.publicUrl).origin, ...http.corsOrigins];
  const port = String(http.port);
  if (!production) origins.push(`http://localhost:${port}`, `http://127.0.0.1:${port}`);
  return new Set(origins);
}

/** Our own page, the address bar, or no browser that would say. */
const NO_OTHER_SITE: readonly unknown[] = ['same-origin', 'none', undefined];

/**
 * Keeps other sites from using the browser's cookies (CSRF): the page that asks must be of an
 * origin we know. A client that sends neither header is no browser and brings no one's cookies.
 */
@Injectable()
export class SameOriginGuard implements CanActivate {
  private readonly origins: ReadonlySet<string>;

  constructor(@Inject(CONFIGURATION) config: Configuration) {
    this.origins = allowedOrigins(config);
  }

  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<Request>();
    const allowed =
      headers.origin === undefined
        ? NO_OTHER_SITE.includes(headers['sec-fetch-site'])
        : this.origins.has(headers.origin);
    if (allowed) return true;
    const detail = 'This can only be done from the TesiGo app itself, not from another site.';
    throw new ProblemException('ORIGIN_REFUSED', detail);
  }
}
