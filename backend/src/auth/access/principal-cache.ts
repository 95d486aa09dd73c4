import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Principal } from '../../common';
import { CLOCK_TOLERANCE } from './access-tokens';

/** A caller, and when the token that proved it expires. */
export interface AuthenticatedPrincipal extends Principal {
  expiresAt: Date;
}

/** Whose tokens are to be looked at anew. */
export type Revocation = { sessionId: string } | { userId: string };

const MAX_TOKENS = 10_000;

/** Bounds the harm of a revocation that never arrives, as over a half-dead connection. */
const TTL_MS = 5000;

/**
 * Tokens verified moments ago, with what the database said of their session and account. Forgets
 * at once what is revoked anywhere; remembers nothing while revocations cannot be heard.
 */
@Injectable()
export class PrincipalCache {
  private readonly principals = new LRUCache<string, AuthenticatedPrincipal>({
    max: MAX_TOKENS,
    ttl: TTL_MS,
  });
  private listening = false;
  private epoch = 0;

  get(token: string): AuthenticatedPrincipal | undefined {
    const principal = this.principals.get(token);
    if (principal === undefined) return undefined;
    const expired = principal.expiresAt.getTime() + CLOCK_TOLERANCE * 1000 <= Date.now();
    return expired ? undefined : principal;
  }

  /** Taken before the database is asked and given to `put`, see there. */
  get now(): number {
    return this.epoch;
  }

  /** Keeps the answer unless a revocation came in while it was on its way. */
  put(token: string, principal: AuthenticatedPrincipal, asOf: number): void {
    if (this.listening && asOf === this.epoch) this.principals.set(token, Object.freeze(principal));
  }

  forget(revoked: Revocation): void {
    this.epoch += 1;
    for (const [token, { sessionId, userId }] of this.principals.entries()) {
      const hit =
        'sessionId' in revoked ? sessionId === revoked.sessionId : userId === revoked.userId;
      if (hit) this.principals.delete(token);
    }
  }

  /** Called when revocations start or stop coming in; some may have been missed meanwhile. */
  setListening(listening: boolean): void {
    this.listening = listening;
    this.epoch += 1;
    this.principals.clear();
  }
}
