import type { Redis } from 'ioredis';
import type { CallLimit } from './provider-api';
import { ProviderFailure } from './provider-failure';
import { PAUSE, TAKE_TURN } from './turn-scripts';

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
