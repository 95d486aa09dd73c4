import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../../config';
import { StripeEvents } from './stripe-events';
import { verifiedEvent } from './verify-event';

@Injectable()
export class Webhook {
  constructor(
    @Inject(CONFIGURATION) private readonly config: Configuration,
    private readonly events: StripeEvents,
  ) {}

  /**
   * Takes an event in; whoever gets an answer can rely on its effect.
   * @param body as it came, unread
   * @throws ProblemException SIGNATURE_REFUSED, MALFORMED_REQUEST
   */
  async receive(body: unknown, signature: string | undefined): Promise<{ received: true }> {
    const secrets = this.config.stripe?.webhookSecrets ?? [];
    await this.events.take(verifiedEvent(body, signature, secrets), 'webhook');
    return { received: true };
  }
}
