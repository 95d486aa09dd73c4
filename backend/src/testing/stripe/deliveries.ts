import { setTimeout as delay } from 'node:timers/promises';
import Stripe from 'stripe';
import type { StripeObject } from './objects';

const PAUSES_MS = [100, 500, 2000];

/** Sends events to a webhook, signed, and again when they are not taken. */
export class Deliveries {
  private url: string | null = null;
  private secret = '';

  configure(url: string | null, secret: string): void {
    this.url = url;
    this.secret = secret;
  }

  send(event: StripeObject): void {
    if (this.url !== null) void this.deliver(this.url, JSON.stringify(event, undefined, 2));
  }

  private async deliver(url: string, payload: string): Promise<void> {
    for (const pause of [0, ...PAUSES_MS]) {
      await delay(pause, undefined, { ref: false });
      const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret: this.secret });
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signature,
      };
      const answer = await fetch(url, { method: 'POST', headers, body: payload }).catch(() => null);
      if (answer?.ok) return;
    }
  }
}
