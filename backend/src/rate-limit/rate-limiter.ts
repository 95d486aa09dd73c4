import { hash } from 'node:crypto';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { InjectThrottlerStorage, type ThrottlerStorage } from '@nestjs/throttler';
import type { Response } from 'express';
import { ProblemException } from '../common';
import { CONFIGURATION, type Configuration } from '../config';
import { LocalWindow } from './local-window';
import { type RateLimitPolicies, rateLimitPolicies, type RateLimitPolicy } from './policies';
import type { RateLimitName } from './rate-limit.decorator';

interface Usage {
  hits: number;
  /** Seconds until room is made. */
  reset: number;
  exceeded: boolean;
}

/** How long one line in the log stands for all failures to reach Redis. */
const WARNING_INTERVAL_MS = 60_000;

export function rateLimited(seconds: number): ProblemException {
  const minutes = Math.ceil(seconds / 60);
  const wait = minutes > 1 ? `${String(minutes)} minutes` : 'a minute';
  const detail = `That was too often in a short time. Try again in ${wait}.`;
  return new ProblemException('RATE_LIMITED', detail, { retryAfter: seconds });
}

/** Sign-in fails closed: what cannot be counted is not let through. */
export function signInUnavailable(cause: unknown): ProblemException {
  const detail = 'Signing in is not possible for the moment. Try again in a minute.';
  return new ProblemException('UNAVAILABLE', detail, { retryAfter: 60, cause });
}

/** Draft IETF fields of draft-ietf-httpapi-ratelimit-headers (version 10). */
function announce(response: Response, policy: RateLimitPolicy, { hits, reset }: Usage): void {
  const { name, limit, windowMs } = policy;
  const remaining = Math.max(0, limit - hits);
  response.setHeader('RateLimit-Policy', `"${name}";q=${limit};w=${windowMs / 1000}`);
  response.setHeader('RateLimit', `"${name}";r=${remaining};t=${reset}`);
}

/** The named limits, shared by all replicas through Redis. */
@Injectable()
export class RateLimiter {
  private readonly logger = new Logger(RateLimiter.name);
  private readonly policies: RateLimitPolicies;
  private readonly local = new LocalWindow();
  private warnedAt = -Infinity;

  constructor(
    @Inject(CONFIGURATION) private readonly config: Configuration,
    @InjectThrottlerStorage() private readonly storage: ThrottlerStorage,
  ) {
    this.policies = rateLimitPolicies(config);
  }

  /**
   * Counts one use of a limit by `subject` and says on the answer what is left.
   * @throws ProblemException RATE_LIMITED over the limit, UNAVAILABLE where a limit that guards
   *   sign-in cannot be counted
   */
  async consume(response: Response, name: RateLimitName, subject: string): Promise<void> {
    if (this.config.limits.disabled) return;
    const policy = this.policies[name];
    // hashed, since a subject may be a mail address
    const usage = await this.count(policy, hash('sha256', `${name} ${subject}`, 'base64url'));
    announce(response, policy, usage);
    if (usage.exceeded) throw rateLimited(usage.reset);
  }

  private async count(policy: RateLimitPolicy, key: string): Promise<Usage> {
    const { name, limit, windowMs } = policy;
    try {
      const record = await this.storage.increment(key, windowMs, limit, 0, name);
      return { hits: record.totalHits, reset: record.timeToExpire, exceeded: record.isBlocked };
    } catch (error) {
      this.warn();
      if (policy.strict) throw signInUnavailable(error);
      const { hits, resetMs, exceeded } = this.local.hit(key, limit, windowMs);
      return { hits, reset: Math.ceil(resetMs / 1000), exceeded };
    }
  }

  private warn(): void {
    if (Date.now() - this.warnedAt < WARNING_INTERVAL_MS) return;
    this.warnedAt = Date.now();
    this.logger.warn('Redis is away: sign-in is refused, other limits are counted per process.');
  }
}
