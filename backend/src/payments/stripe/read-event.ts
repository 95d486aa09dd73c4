import type Stripe from 'stripe';
import {
  chargeReport,
  disputeReport,
  failedIntentReport,
  failedSessionReport,
  intentReport,
  refundReport,
  sessionReport,
  type StripeReport,
} from './stripe-reports';

/** What an event says about a payment; undefined for events that say nothing about any. */
export function readEvent(event: Stripe.Event): StripeReport | undefined {
  const at = event.created;
  switch (event.type) {
    case 'payment_intent.created':
    case 'payment_intent.processing':
    case 'payment_intent.requires_action':
    case 'payment_intent.canceled':
    case 'payment_intent.succeeded':
      return intentReport(event.data.object, at);
    case 'payment_intent.payment_failed':
      return failedIntentReport(event.data.object, at);
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.expired':
      return sessionReport(event.data.object, at);
    case 'checkout.session.async_payment_failed':
      return failedSessionReport(event.data.object, at);
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
    case 'charge.refund.updated':
      return refundReport(event.data.object, at);
    case 'charge.refunded':
      return chargeReport(event.data.object);
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.closed':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.funds_reinstated':
      return disputeReport(event.data.object, at);
    default:
      return undefined;
  }
}
