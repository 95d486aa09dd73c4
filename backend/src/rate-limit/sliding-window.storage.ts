import { Inject, Injectable } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';
import type { Redis, Result } from 'ioredis';
import { REDIS } from '../redis';

/**
 * One sorted set a key, one member a counted hit, scored by Redis's own clock, which all replicas
 * share. Refused hits are not counted: who keeps knocking is let in as soon as there is room.
 * Returns {hits counted in the window, milliseconds until the oldest leaves it, refused}.
 */
const SLIDING_WINDOW = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local window, limit = tonumber(ARGV[1]), tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - window)
local hits = redis.call('ZCARD', KEYS[1])
local refused = hits >= limit
if not refused then
  redis.call('ZADD', KEYS[1], now, time[1] .. '.' .. time[2] .. '.' .. hits)
  redis.call('PEXPIRE', KEYS[1], window)
  hits = hits + 1
end
local oldest = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')[2] or now
return { hits, oldest + window - now, refused and 1 or 0 }`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    slidingWindow(
      key: string,
      windowMs: number,
      limit: number,
    ): Result<[hits: number, resetMs: number, refused: 0 | 1], Context>;
  }
}

const seconds = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / 1000));

/** At most `limit` hits in any `ttl` milliseconds, counted for all replicas in one round trip. */
@Injectable()
export class SlidingWindowStorage implements ThrottlerStorage {
  constructor(@Inject(REDIS) private readonly redis: Redis) {
    redis.defineCommand('slidingWindow', { numberOfKeys: 1, lua: SLIDING_WINDOW });
  }

  async increment(key: string, ttl: number, limit: number) {
    // a command would wait for the reconnection that nobody promises
    if (this.redis.status === 'reconnecting') throw new Error('Redis is away');
    const [hits, resetMs, refused] = await this.redis.slidingWindow(`limit:${key}`, ttl, limit);
    const reset = seconds(resetMs);
    return {
      totalHits: hits,
      timeToExpire: reset,
      isBlocked: refused === 1,
      timeToBlockExpire: refused === 1 ? reset : 0,
    };
  }
}
