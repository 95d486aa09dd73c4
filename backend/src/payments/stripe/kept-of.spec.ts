import type Stripe from 'stripe';
import { keptOf } from './kept-of';
import { readEvent } from './read-event';

const event = (type: string, object: object) =>
  ({ id: 'evt_1', object: 'event', type, created: 7, data: { object } }) as Stripe.Event;

const PERSONAL = {
  billing_details: { name: 'A Student', email: 'student@example.org' },
  customer_details: { email: 'student@example.org' },
  customer_email: 'student@example.org',
  receipt_email: 'student@example.org',
  payment_method_details: { card: { last4: '4242' } },
  shipping: { name: 'A Student' },
  client_secret: 'pi_1_secret_2',
  url: 'https://checkout.example.org/c/pay/cs_1',
};

const INTENT = {
  id: 'pi_1',
  object: 'payment_intent',
  status: 'succeeded',
  amount: 1000,
  amount_received: 1000,
  currency: 'eur',
  metadata: { paymentId: 'p' },
};

const OF_INTENT = { payment_intent: 'pi_1', currency: 'eur', amount: 5 };

describe('what is kept of an event', () => {
  it.each([
    ['payment_intent.succeeded', INTENT],
    ['payment_intent.payment_failed', { ...INTENT, status: 'requires_payment_method' }],
    [
      'checkout.session.completed',
      {
        id: 'cs_1',
        payment_intent: { id: 'pi_1' },
        payment_status: 'paid',
        amount_total: 1000,
        currency: 'eur',
        client_reference_id: 'p',
      },
    ],
    ['refund.updated', { id: 're_1', ...OF_INTENT, status: 'failed', metadata: { refundId: 'r' } }],
    ['charge.refunded', { id: 'ch_1', ...OF_INTENT, amount_refunded: 3 }],
    ['charge.dispute.closed', { id: 'dp_1', ...OF_INTENT, status: 'lost' }],
  ])('reads as it did, and says nothing of who paid: %s', (type, object) => {
    const whole = event(type, { ...object, ...PERSONAL });
    const kept = keptOf(whole) as Stripe.Event;
    expect(readEvent(kept)).toEqual(readEvent(whole));
    expect(readEvent(kept)).toBeDefined();
    for (const secret of ['student@', 'Student', '4242', 'secret', 'https:']) {
      expect(JSON.stringify(kept)).not.toContain(secret);
    }
  });
});
