import { type ExecutionContext, Global, Module } from '@nestjs/common';
import { ThrottlerModule, type ThrottlerModuleOptions } from '@nestjs/throttler';
import type { Redis } from 'ioredis';
import { CONFIGURATION, type Configuration } from '../config';
import { REDIS } from '../redis';
import { rateLimitPolicies } from './policies';
import { RATE_LIMIT } from './rate-limit.decorator';
import { RateLimitGuard } from './rate-limit.guard';
import { RateLimiter } from './rate-limiter';
import { RequestFlood } from './request-flood';
import { SlidingWindowStorage } from './sliding-window.storage';

function throttlerOptions(config: Configuration, redis: Redis): ThrottlerModuleOptions {
  const throttlers = Object.values(rateLimitPolicies(config)).map(({ name, limit, windowMs }) => ({
    name,
    limit,
    ttl: windowMs,
    skipIf: (context: ExecutionContext) =>
      Reflect.getMetadata(RATE_LIMIT, context.getHandler()) !== name,
  }));
  return { throttlers, storage: new SlidingWindowStorage(redis) };
}

/** Throttling of the whole API. The auth module puts its guard behind the one that knows users. */
@Global()
@Module({
  imports: [
    ThrottlerModule.forRootAsync({
      inject: [CONFIGURATION, REDIS],
      useFactory: throttlerOptions,
    }),
  ],
  providers: [RateLimitGuard, RateLimiter, RequestFlood],
  exports: [RateLimitGuard, RateLimiter, RequestFlood],
})
export class RateLimitModule {}
