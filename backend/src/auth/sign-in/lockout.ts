import { hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Redis, Result } from 'ioredis';
import { rateLimited, signInUnavailable } from '../../rate-limit';
import { REDIS } from '../../redis';

/** Failed attempts until a pair is locked. */
const MAX_FAILURES = 5;
const LOCK_SECONDS = 15 * 60;
const MAX_LOCK_SECONDS = 30 * 60;

/** Failures further apart than this are not of one attack. */
const FAILURE_MEMORY_SECONDS = 15 * 60;

/** As long a pair that was locked is remembered, and locked for longer the next time. */
const LOCK_MEMORY_SECONDS = 24 * 3600;

const FAIL = `
if redis.call('INCR', KEYS[1]) < ${String(MAX_FAILURES)} then
  redis.call('EXPIRE', KEYS[1], ${String(FAILURE_MEMORY_SECONDS)})
  return 0
end
redis.call('DEL', KEYS[1])
local locks = redis.call('INCR', KEYS[3])
redis.call('EXPIRE', KEYS[3], ${String(LOCK_MEMORY_SECONDS)})
local seconds = math.min(${String(LOCK_SECONDS)} * locks, ${String(MAX_LOCK_SECONDS)})
redis.call('SET', KEYS[2], 1, 'EX', seconds)
return seconds`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    signInFailed(failures: string, lock: string, locks: string): Result<number, Context>;
  }
}

/**
 * Locks an account for a client address after five failures: 15 minutes, then 30. The account
 * stays open from everywhere else, so that nobody can lock out its owner.
 */
@Injectable()
export class Lockout {
  constructor(@Inject(REDIS) private readonly redis: Redis) {
    redis.defineCommand('signInFailed', { numberOfKeys: 3, lua: FAIL });
  }

  /** @throws ProblemException RATE_LIMITED while the pair is locked, UNAVAILABLE without Redis */
  async check(account: string, address: string): Promise<void> {
    const { lock } = keys(account, address);
    const seconds = await this.ask(() => this.redis.ttl(lock));
    if (seconds > 0) throw rateLimited(seconds);
  }

  /** @returns whether this failure has locked the pair */
  async failed(account: string, address: string): Promise<boolean> {
    const { failures, lock, locks } = keys(account, address);
    return (await this.ask(() => this.redis.signInFailed(failures, lock, locks))) > 0;
  }

  async succeeded(account: string, address: string): Promise<void> {
    await this.ask(() => this.redis.del(keys(account, address).failures));
  }

  private async ask<Answer>(command: () => Promise<Answer>): Promise<Answer> {
    try {
      return await command();
    } catch (error) {
      throw signInUnavailable(error);
    }
  }
}

function keys(account: string, address: string) {
  const pair = hash('sha256', `${account} ${address}`, 'base64url');
  return {
    failures: `lockout:failures:${pair}`,
    lock: `lockout:lock:${pair}`,
    locks: `lockout:locks:${pair}`,
  };
}
