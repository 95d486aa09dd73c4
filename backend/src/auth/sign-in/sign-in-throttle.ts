import { Injectable } from '@nestjs/common';
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
    // a token of an unknown browser is for no account: there is nothing to lock
    if (account === undefined) return { failed: nothing, succeeded: nothing };
    await this.lockout.check(account, address);
    return {
      failed: () => this.lockout.failed(account, address),
      succeeded: () => this.lockout.succeeded(account, address),
    };
  }
}

const nothing = () => Promise.resolve();
