import type { Configuration } from '../config';
import type { RateLimitName } from './rate-limit.decorator';

export interface RateLimitPolicy {
  name: RateLimitName;
  /** Calls within the window. */
  limit: number;
  windowMs: number;
  /** Guards a secret: without Redis such calls are refused rather than counted by guess. */
  strict: boolean;
}

export type RateLimitPolicies = Record<RateLimitName, RateLimitPolicy>;

const HOUR_MS = 3_600_000;

export function rateLimitPolicies({ limits }: Configuration): RateLimitPolicies {
  const hourly = (name: RateLimitName, limit: number, strict = false): RateLimitPolicy => ({
    name,
    limit,
    windowMs: HOUR_MS,
    strict,
  });
  return {
    'magic-links': hourly('magic-links', limits.magicLinksPerHour, true),
    'sign-in-mails': hourly('sign-in-mails', limits.signInMailsPerHour, true),
    verify: hourly('verify', limits.verifyPerHour, true),
    refresh: hourly('refresh', limits.refreshPerHour, true),
    'document-writes': hourly('document-writes', limits.documentWritesPerHour),
    generations: hourly('generations', limits.generationsPerHour),
    uploads: hourly('uploads', limits.documentWritesPerHour),
    'requirement-uploads': hourly('requirement-uploads', limits.requirementUploadsPerHour),
    'look-ups': hourly('look-ups', limits.documentWritesPerHour),
    payments: hourly('payments', limits.documentWritesPerHour),
  };
}
