import { Inject, Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { ProblemException } from '../../common';
import { CONFIGURATION, type Configuration } from '../../config';
import type { Payment } from '../payment';
import { toStripeAmount } from '../pricing/currency';
import { STRIPE } from './stripe-client';
import { asking, isRefusal, paymentsOff } from './stripe-failure';
import { intentReport, sessionReport, type StripeReport } from './stripe-reports';

const now = () => Math.floor(Date.now() / 1000);

const describe = ({ pages }: Payment): string => `Thesis writing, ${String(pages)} pages`;

/** What a payment is there by: never a title, nor anything else that the student wrote. */
const metadata = ({ id, documentId }: Payment) => ({ paymentId: id, documentId });

/** @throws ProblemException CONFLICT when Stripe understands what is wanted, and refuses it */
async function making<Thing>(call: Promise<Thing>): Promise<Thing> {
  try {
    return await asking(call);
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    const detail = 'The payment provider refuses this payment. Nothing was charged; write to us.';
    throw new ProblemException('CONFLICT', detail, { cause });
  }
}

/** What has gone on meanwhile refuses to be stopped: then it is to be looked at. */
async function unlessRefused<Thing>(
  call: Promise<Thing>,
  look: () => Promise<Thing>,
): Promise<Thing> {
  try {
    return await asking(call);
  } catch (error) {
    if (isRefusal(error)) return asking(look());
    throw error;
  }
}

/**
 * Calls of Stripe's API. Each that makes something has a key derived from what it is made for, so
 * that it is made once however often it is asked for.
 * @throws ProblemException PAYMENTS_OFF, PAYMENT_PROVIDER_FAILED
 */
@Injectable()
export class StripePayments {
  constructor(
    @Inject(STRIPE) private readonly stripe: Stripe | undefined,
    @Inject(CONFIGURATION) private readonly config: Configuration,
  ) {}

  private get client(): Stripe {
    if (this.stripe === undefined) throw paymentsOff();
    return this.stripe;
  }

  createCustomer(userId: string, email: string): Promise<Stripe.Customer> {
    const customer = { email, metadata: { userId } };
    const options = { idempotencyKey: `tesigo-customer-${userId}` };
    return making(this.client.customers.create(customer, options));
  }

  /** With what Stripe knows of who paid. One that is gone already is no failure. */
  async deleteCustomer(id: string): Promise<void> {
    await asking(this.client.customers.del(id)).catch((error: unknown) => {
      if (!isRefusal(error)) throw error;
    });
  }

  createIntent(payment: Payment, customer: string): Promise<Stripe.PaymentIntent> {
    const intent = {
      amount: toStripeAmount(payment.amount, payment.currency),
      currency: payment.currency.toLowerCase(),
      customer,
      description: describe(payment),
      automatic_payment_methods: { enabled: true },
      metadata: metadata(payment),
    };
    const options = { idempotencyKey: `tesigo-intent-${payment.id}` };
    return making(this.client.paymentIntents.create(intent, options));
  }

  intent(id: string): Promise<Stripe.PaymentIntent> {
    return asking(this.client.paymentIntents.retrieve(id));
  }

  createSession(payment: Payment, customer: string): Promise<Stripe.Checkout.Session> {
    const back = `${this.config.http.publicUrl}/documents/${payment.documentId}/payment`;
    const session: Stripe.Checkout.SessionCreateParams = {
      mode: 'payment',
      customer,
      client_reference_id: payment.id,
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: payment.currency.toLowerCase(),
            unit_amount: toStripeAmount(payment.amount, payment.currency),
            product_data: { name: describe(payment) },
          },
        },
      ],
      success_url: `${back}?payment=${payment.id}`,
      cancel_url: back,
      metadata: metadata(payment),
      payment_intent_data: { metadata: metadata(payment), description: describe(payment) },
    };
    const options = { idempotencyKey: `tesigo-checkout-${payment.id}` };
    return making(this.client.checkout.sessions.create(session, options));
  }

  session(id: string): Promise<Stripe.Checkout.Session> {
    return asking(this.client.checkout.sessions.retrieve(id));
  }

  /**
   * Sees to it that it cannot be paid any more.
   * @returns what became of it: it may have been paid before
   */
  async withdraw({ intentId, sessionId }: Payment): Promise<StripeReport> {
    if (sessionId !== null) {
      const { sessions } = this.client.checkout;
      const session = await unlessRefused(sessions.expire(sessionId), () =>
        sessions.retrieve(sessionId),
      );
      return sessionReport(session, now());
    }
    const { paymentIntents } = this.client;
    const id = intentId ?? '';
    const intent = await unlessRefused(paymentIntents.cancel(id), () =>
      paymentIntents.retrieve(id),
    );
    return intentReport(intent, now());
  }

  /** @param refundId ours, by which its events find it */
  refund(payment: Payment, refundId: string, amount: number): Promise<Stripe.Refund> {
    const refund = {
      payment_intent: payment.intentId ?? '',
      amount: toStripeAmount(amount, payment.currency),
      reason: 'requested_by_customer' as const,
      metadata: { refundId, paymentId: payment.id },
    };
    const options = { idempotencyKey: `tesigo-refund-${refundId}` };
    return asking(this.client.refunds.create(refund, options));
  }

  /** Events from a moment on, the newest first, page by page. */
  events(since: Date): AsyncIterable<Stripe.Event> {
    const gte = Math.floor(since.getTime() / 1000);
    return this.client.events.list({ created: { gte }, limit: 100 });
  }
}
