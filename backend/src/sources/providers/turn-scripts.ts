import type { Result } from 'ioredis';

/**
 * A token bucket of one token (as GCRA keeps it: the moment at which the next is there), by Redis's
 * own clock unless a test brings one. Gives out turns in the order of asking and says how long to
 * wait; a turn later than the caller can wait is not taken, and -1.
 */
export const TAKE_TURN = `
local time = redis.call('TIME')
local now = tonumber(ARGV[3]) or time[1] * 1000 + math.floor(time[2] / 1000)
local gap = tonumber(redis.call('GET', KEYS[3]) or ARGV[1])
local turn = math.max(now, tonumber(redis.call('GET', KEYS[1]) or 0), tonumber(redis.call('GET', KEYS[2]) or 0))
local wait = turn - now
if wait > tonumber(ARGV[2]) then return -1 end
redis.call('SET', KEYS[1], turn + gap, 'PX', wait + gap + 60000)
return wait`;

/** Nobody has a turn for so long; a longer pause that is known already stays. */
export const PAUSE = `
local time = redis.call('TIME')
local now = tonumber(ARGV[2]) or time[1] * 1000 + math.floor(time[2] / 1000)
local known = tonumber(redis.call('GET', KEYS[1]) or 0)
local till = math.max(known, now + tonumber(ARGV[1]))
if till > now then redis.call('SET', KEYS[1], till, 'PX', till - now + 60000) end
return till - now`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    takeTurn(
      ...args: [
        turn: string,
        pause: string,
        gap: string,
        gapMs: number,
        waitMs: number,
        now: string,
      ]
    ): Result<number, Context>;
    pauseTurns(key: string, forMs: number, now: string): Result<number, Context>;
  }
}
