import { randomBytes } from 'node:crypto';

/** An object of the API; its fields are those that the documentation names. */
export interface StripeObject extends Record<string, unknown> {
  id: string;
  object: string;
}

export const newStripeId = (prefix: string): string =>
  `${prefix}_${randomBytes(12).toString('hex')}`;

type Fields = Record<string, unknown>;

const fresh = (prefix: string, object: string, created: number, fields: Fields): StripeObject => ({
  id: newStripeId(prefix),
  object,
  created,
  livemode: false,
  metadata: {},
  ...fields,
});

export const customer = (created: number, fields: Fields): StripeObject =>
  fresh('cus', 'customer', created, fields);

export function paymentIntent(created: number, fields: Fields): StripeObject {
  const intent = fresh('pi', 'payment_intent', created, {
    amount_received: 0,
    amount_capturable: 0,
    capture_method: 'automatic',
    canceled_at: null,
    cancellation_reason: null,
    last_payment_error: null,
    latest_charge: null,
    payment_method_types: ['card'],
    status: 'requires_payment_method',
    ...fields,
  });
  return { ...intent, client_secret: `${intent.id}_secret_${randomBytes(8).toString('hex')}` };
}

export const charge = (created: number, intent: StripeObject): StripeObject =>
  fresh('ch', 'charge', created, {
    amount: intent['amount'],
    amount_captured: intent['amount'],
    amount_refunded: 0,
    captured: true,
    currency: intent['currency'],
    customer: intent['customer'],
    disputed: false,
    paid: true,
    payment_intent: intent.id,
    refunded: false,
    status: 'succeeded',
  });

export function session(created: number, base: string, fields: Fields): StripeObject {
  const made = fresh('cs', 'checkout.session', created, {
    expires_at: created + 86_400,
    mode: 'payment',
    payment_intent: null,
    payment_status: 'unpaid',
    status: 'open',
    ...fields,
  });
  return { ...made, url: `${base}/c/pay/${made.id}` };
}

export const refund = (created: number, of: StripeObject, fields: Fields): StripeObject =>
  fresh('re', 'refund', created, {
    charge: of.id,
    currency: of['currency'],
    payment_intent: of['payment_intent'],
    reason: null,
    status: 'succeeded',
    ...fields,
  });

export const dispute = (created: number, of: StripeObject, amount: number): StripeObject =>
  fresh('dp', 'dispute', created, {
    amount,
    charge: of.id,
    currency: of['currency'],
    is_charge_refundable: false,
    payment_intent: of['payment_intent'],
    reason: 'fraudulent',
    status: 'needs_response',
  });

export const event = (created: number, type: string, object: StripeObject): StripeObject => ({
  id: newStripeId('evt'),
  object: 'event',
  api_version: '2026-10-28.endive',
  created,
  data: { object: structuredClone(object) },
  livemode: false,
  pending_webhooks: 1,
  request: { id: null, idempotency_key: null },
  type,
});
