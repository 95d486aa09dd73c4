import { signatureOf, type StripeServer } from '../../backend/src/testing/stripe/stripe-server';
import type { System } from './system';

/** Brings the product what Stripe could not deliver meanwhile, as its own retries do. */
export async function deliverMissed(system: System, stripe: StripeServer): Promise<void> {
  const known = await system.query<{ id: string }>('select id from stripe_events');
  const ids = new Set(known.map(({ id }) => id));
  for (const event of (await stripe.events()).filter(({ id }) => !ids.has(id))) {
    const body = JSON.stringify(event);
    const headers = { 'Content-Type': 'application/json', 'Stripe-Signature': signatureOf(body) };
    const url = `${system.url}/api/v1/payment/webhook`;
    const { status } = await fetch(url, { method: 'POST', headers, body });
    if (status !== 200) throw new Error(`the webhook answered ${String(status)}`);
  }
}
