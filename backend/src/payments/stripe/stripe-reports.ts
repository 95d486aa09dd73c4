import type Stripe from 'stripe';
import type { Attempt, DisputeReport, PaymentFacts, RefundReport } from '../state/payment-facts';
import { fromStripeAmount } from '../pricing/currency';

/** What an object of Stripe's says about a payment. */
export interface StripeReport {
  /** Of the payment intent, by which refunds and disputes know the payment. */
  intentId?: string;
  sessionId?: string;
  /** Ours, as we have told Stripe. */
  paymentId?: string;
  facts: PaymentFacts;
  /** What has been paid, in Stripe's units, to be compared with what was to be. */
  paid?: { amount: number; currency: string; at: number };
}

type Reference = string | { id: string } | null | undefined;

const idOf = (reference: Reference): string | undefined =>
  (typeof reference === 'string' ? reference : reference?.id) ?? undefined;

/** Without the fields that are not known. */
function report({
  intentId,
  sessionId,
  paymentId,
  facts,
  paid,
}: {
  intentId?: string | undefined;
  sessionId?: string | undefined;
  paymentId?: string | undefined;
  facts: PaymentFacts;
  paid?: StripeReport['paid'] | undefined;
}): StripeReport {
  return {
    facts,
    ...(intentId !== undefined && { intentId }),
    ...(sessionId !== undefined && { sessionId }),
    ...(paymentId !== undefined && { paymentId }),
    ...(paid !== undefined && { paid }),
  };
}

const attempted = (value: Attempt, at: number): PaymentFacts => ({ attempt: { value, at } });

/** An intent that asks for another card has refused one, or has not seen any. */
function attemptOf({ status, last_payment_error: error }: Stripe.PaymentIntent): Attempt {
  if (status === 'canceled') return 'expired';
  return status === 'requires_payment_method' && error ? 'failed' : 'offered';
}

/** @param at Unix seconds of which this is what it looked like */
export function intentReport(intent: Stripe.PaymentIntent, at: number): StripeReport {
  const { id: intentId, metadata, status, amount_received: amount, currency } = intent;
  const paymentId = metadata['paymentId'];
  if (status !== 'succeeded') {
    return report({ intentId, paymentId, facts: attempted(attemptOf(intent), at) });
  }
  return report({ intentId, paymentId, facts: {}, paid: { amount, currency, at } });
}

export function failedIntentReport(intent: Stripe.PaymentIntent, at: number): StripeReport {
  return { ...intentReport(intent, at), facts: attempted('failed', at) };
}

/** A session that is complete has been filled in; whether it is paid is another matter. */
export function sessionReport(session: Stripe.Checkout.Session, at: number): StripeReport {
  const { id: sessionId, status, payment_status: paidStatus, metadata, currency } = session;
  const intentId = idOf(session.payment_intent);
  const paymentId = metadata?.['paymentId'] ?? session.client_reference_id ?? undefined;
  if (paidStatus === 'paid') {
    const paid = { amount: session.amount_total ?? 0, currency: currency ?? '', at };
    return report({ intentId, sessionId, paymentId, facts: {}, paid });
  }
  const attempt = status === 'expired' ? 'expired' : 'offered';
  return report({ intentId, sessionId, paymentId, facts: attempted(attempt, at) });
}

export function failedSessionReport(session: Stripe.Checkout.Session, at: number): StripeReport {
  return { ...sessionReport(session, at), facts: attempted('failed', at) };
}

function refundValue(status: string | null): RefundReport {
  if (status === 'succeeded') return 'succeeded';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending';
}

/** A refund of ours is known by our id, one that was made at Stripe by theirs. */
function refundFacts(refund: Stripe.Refund, at: number): PaymentFacts {
  const { id, metadata, amount, currency, status } = refund;
  const units = fromStripeAmount(amount, currency.toUpperCase());
  const key = metadata?.['refundId'] ?? id;
  return { refunds: { [key]: { value: refundValue(status), at, amount: units } } };
}

export function refundReport(refund: Stripe.Refund, at: number): StripeReport {
  const intentId = idOf(refund.payment_intent);
  return report({ intentId, facts: refundFacts(refund, at) });
}

export function chargeReport(charge: Stripe.Charge): StripeReport {
  const refundedTotal = fromStripeAmount(charge.amount_refunded, charge.currency.toUpperCase());
  return report({ intentId: idOf(charge.payment_intent), facts: { refundedTotal } });
}

/** Inquiries move no money, nor does what a scheme has prevented. */
function disputeValue(status: string): DisputeReport {
  if (status === 'won' || status === 'lost') return status;
  return status.startsWith('warning_') || status === 'prevented' ? 'harmless' : 'open';
}

export function disputeReport(dispute: Stripe.Dispute, at: number): StripeReport {
  const { id, status, amount, currency } = dispute;
  const units = fromStripeAmount(amount, currency.toUpperCase());
  const disputes = { [id]: { value: disputeValue(status), at, amount: units } };
  return report({ intentId: idOf(dispute.payment_intent), facts: { disputes } });
}
