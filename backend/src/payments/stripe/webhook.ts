import { Inject, Injectable } from '@nestjs/common';
import { ProblemException } from '../../common';
import { CONFIGURATION, type Configuration } from '../../config';
import { StripeEvents } from './stripe-events';
import { verifiedEvent } from './verify-event';
import { webhookEvents } from './webhook-metrics';

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
    try {
      const secrets = this.config.stripe?.webhookSecrets ?? [];
      const event = verifiedEvent(body, signature, secrets);
      const isNew = await this.events.take(event, 'webhook');
      webhookEvents.inc({ outcome: isNew ? 'taken' : 'known' });
      return { received: true };
    } catch (error) {
      const refused = error instanceof ProblemException && error.getStatus() < 500;
      webhookEvents.inc({ outcome: refused ? 'refused' : 'failed' });
      throw error;
    }
  }
}
