import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../config';
import { LocalWindow } from './local-window';
import { rateLimited } from './rate-limiter';

const MINUTE_MS = 60_000;

/**
 * The general limit on requests a minute: of a user, whatever the address, or of an address from
 * which nobody is signed in. Counted in the process, since every request meets it.
 */
@Injectable()
export class RequestFlood {
  private readonly window = new LocalWindow();

  constructor(@Inject(CONFIGURATION) private readonly config: Configuration) {}

  /** @throws ProblemException RATE_LIMITED */
  countUser(userId: string): void {
    this.count(userId, this.config.limits.requestsPerMinute);
  }

  /** @throws ProblemException RATE_LIMITED */
  countAddress(address: string): void {
    this.count(address, this.config.limits.anonymousPerMinute);
  }

  private count(client: string, limit: number): void {
    if (this.config.limits.disabled) return;
    const { exceeded, resetMs } = this.window.hit(client, limit, MINUTE_MS);
    if (exceeded) throw rateLimited(Math.ceil(resetMs / 1000));
  }
}
