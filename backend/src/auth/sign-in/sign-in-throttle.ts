import { Injectable } from '@nestjs/common';
import { type AuditAction, AuditTrail, originOf, type RequestOrigin } from '../../audit';
import { clientAddress, RateLimiter } from '../../rate-limit';
import type { SignInProof } from '../dto/sign-in';
import type { Exchange } from '../http-exchange';
import { Lockout } from './lockout';
import { SignInAttemptsRepository } from './sign-in-attempts.repository';

/** Reports how an admitted try went. */
export interface AdmittedTry {
  failed(): Promise<void>;
  succeeded(): Promise<void>;
}

/** Bounds how often and how wrongly one may try to sign in. */
@Injectable()
export class SignInThrottle {
  constructor(
    private readonly attempts: SignInAttemptsRepository,
    private readonly limiter: RateLimiter,
    private readonly lockout: Lockout,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Tries are counted for the browser that asked for a link, so that those behind one address do
   * not use up each other's; a browser that did not ask is nobody, and counted by its address.
   * @throws ProblemException RATE_LIMITED, UNAVAILABLE
   */
  async admit(exchange: Exchange, proof: SignInProof, browser?: Buffer): Promise<AdmittedTry> {
    const address = clientAddress(exchange.request);
    const asked = browser && (await this.attempts.accountOf(browser));
    const subject = asked && browser ? browser.toString('base64url') : `address ${address}`;
    await this.limiter.consume(exchange.response, 'verify', subject);
    const account = 'email' in proof ? proof.email : asked;
    const origin = originOf(exchange.request);
    // a token of an unknown browser is for no account: there is nothing to lock
    if (account === undefined) {
      return { failed: () => this.record('sign_in.failed', origin), succeeded: nothing };
    }
    await this.lockout.check(account, address);
    return {
      failed: async () => {
        const locked = await this.lockout.failed(account, address);
        await this.record(locked ? 'sign_in.locked' : 'sign_in.failed', origin);
      },
      succeeded: () => this.lockout.succeeded(account, address),
    };
  }

  private record(action: AuditAction, origin: RequestOrigin): Promise<void> {
    return this.audit.record({ action, actorId: null }, origin);
  }
}

const nothing = () => Promise.resolve();
