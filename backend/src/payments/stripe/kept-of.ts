import type Stripe from 'stripe';

/**
 * What is kept of an event's object: all that says something about the payment, and nothing of who
 * paid (names, addresses, mail addresses, cards) nor what opens anything (client secrets, links).
 */
const KEPT = [
  ...['id', 'object', 'status', 'created', 'currency', 'payment_intent', 'charge', 'metadata'],
  ...['amount', 'amount_received', 'amount_captured', 'amount_refunded', 'amount_total'],
  ...['payment_status', 'client_reference_id', 'reason', 'latest_charge', 'disputed', 'refunded'],
] as const;

/** An event as it is stored; it reads as it did. */
export function keptOf(event: Stripe.Event): object {
  const { id, object, type, created, api_version: version, livemode } = event;
  const whole = event.data.object as unknown as Record<string, unknown>;
  const kept = KEPT.filter((name) => whole[name] !== undefined).map((name) => [name, whole[name]]);
  const data = { object: Object.fromEntries(kept) as object };
  return { id, object, type, created, api_version: version, livemode, data };
}
