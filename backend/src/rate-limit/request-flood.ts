import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../config';
import { LocalWindow } from './local-window';
import { rateLimited } from './rate-limiter';

const MINUTE_MS = 60_000;

/**
 * The general limit on requests a minute: of a user, whatever the address, or of an address from
 * which nobody is signed in. Counted in the process, since every request meets it. Not lower, since
 * a whole lecture hall stands behind one address and renews its sessions from there.
 */
@Injectable()
export class RequestFlood {
  private readonly window = new LocalWindow();

  constructor(@Inject(CONFIGURATION) private readonly config: Configuration) {}

  /** @throws ProblemException RATE_LIMITED */
  count(client: string): void {
    const { disabled, requestsPerMinute } = this.config.limits;
    if (disabled) return;
    const { exceeded, resetMs } = this.window.hit(client, requestsPerMinute, MINUTE_MS);
    if (exceeded) throw rateLimited(Math.ceil(resetMs / 1000));
  }
}
