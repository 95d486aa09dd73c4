import type { Redis, Result } from 'ioredis';
import type { CallLimit } from './provider-api';
import { ProviderFailure } from './provider-failure';

/**
 * A token bucket of one token (as GCRA keeps it: the moment at which the next is there), by Redis's
 * own clock unless a test brings one. Gives out turns in the order of asking and says how long to
 * wait; a turn later than the caller can wait is not taken, and -1.
 */
const TAKE_TURN = `
local time = redis.call('TIME')
local now = tonumber(ARGV[3]) or time[1] * 1000 + math.floor(time[2] / 1000)
local gap = tonumber(redis.call('GET', KEYS[3]) or ARGV[1])
local turn = math.max(now, tonumber(redis.call('GET', KEYS[1]) or 0), tonumber(redis.call('GET', KEYS[2]) or 0))
local wait = turn - now
if wait > tonumber(ARGV[2]) then return -1 end
redis.call('SET', KEYS[1], turn + gap, 'PX', wait + gap + 60000)
return wait`;

/** Nobody has a turn for so long; a longer pause that is known already stays. */
const PAUSE = `
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

/**
 * Calls keep a fifth more distance than the limit asks for: on their way they come closer together,
 * and the service counts where they arrive.
 */
const MARGIN = 1.2;
const LEARNT_FOR_MS = 86_400_000;

/** A test's own time in milliseconds; the server's clock is what all processes share. */
export type TurnClock = () => number;

/** What all processes together may ask, and what the services have told any of them. */
export class SharedLimits {
  constructor(
    private readonly redis: Redis,
    private readonly clock?: TurnClock,
  ) {
    redis.defineCommand('takeTurn', { numberOfKeys: 3, lua: TAKE_TURN });
    redis.defineCommand('pauseTurns', { numberOfKeys: 1, lua: PAUSE });
  }

  /** @returns milliseconds to wait for the turn, or undefined when that would be over `waitMs` */
  async takeTurn(scope: string, limit: CallLimit, waitMs: number): Promise<number | undefined> {
    const keys = [key(scope, 'turn'), key(scope, 'pause'), key(scope, 'gap')] as const;
    const wait = await this.redis.takeTurn(...keys, gapOf(limit), Math.floor(waitMs), this.now());
    return wait < 0 ? undefined : wait;
  }

  /** Has everybody wait. @returns for how many milliseconds, an earlier pause included */
  pause(scope: string, forMs: number): Promise<number> {
    return this.redis.pauseTurns(key(scope, 'pause'), Math.ceil(forMs), this.now());
  }

  /** @returns milliseconds that are left of a pause */
  paused(scope: string): Promise<number> {
    return this.pause(scope, 0);
  }

  async learn(scope: string, limit: CallLimit): Promise<void> {
    await this.redis.set(key(scope, 'gap'), gapOf(limit), 'PX', LEARNT_FOR_MS);
  }

  /** Remembers that the budget is spent. */
  async spend(scope: string, forMs: number): Promise<void> {
    await this.redis.set(key(scope, 'spent'), '1', 'PX', Math.ceil(forMs));
  }

  /** @returns milliseconds until the budget is renewed; 0 when it is not spent */
  async spent(scope: string): Promise<number> {
    return Math.max(0, await this.redis.pttl(key(scope, 'spent')));
  }

  private now(): string {
    return this.clock === undefined ? '' : String(Math.floor(this.clock()));
  }
}

const key = (scope: string, fact: string) => `provider:${scope}:${fact}`;
const gapOf = ({ calls, intervalMs }: CallLimit) => Math.ceil((intervalMs / calls) * MARGIN);

/**
 * What is kept in Redis, or the reason not to ask: without it nobody knows what others are asking.
 * @throws ProviderFailure `limits_unknown`
 */
export async function inRedis<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw new ProviderFailure('limits_unknown', { cause });
  }
}
