import { SetMetadata } from '@nestjs/common';

export const RATE_LIMITS = [
  'magic-links',
  'sign-in-mails',
  'verify',
  'refresh',
  'document-writes',
  'generations',
  'uploads',
  'requirement-uploads',
  'look-ups',
  'payments',
] as const;

/** The named limits of the API; their sizes are configuration. */
export type RateLimitName = (typeof RATE_LIMITS)[number];

export const RATE_LIMIT = 'rate-limit';

export const UNCOUNTED = 'uncounted';

/** A route that probes call all the time: never counted, never refused. */
export const Uncounted = () => SetMetadata(UNCOUNTED, true);

/**
 * Counts calls of the route against a named limit, for the signed-in user or, without one, the
 * client's address. Over it, the answer is a 429 problem with `Retry-After`.
 *
 * @example @Post() @SignedIn() @RateLimit('document-writes') create() {}
 */
export const RateLimit = (name: RateLimitName) =>
  SetMetadata<string, RateLimitName>(RATE_LIMIT, name);
