import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { ProblemException } from '../common';
import { CONFIGURATION, type Configuration } from '../config';
import type { CreatedCheckout, CreatedIntent } from './dto/start-payment';
import type { Payment } from './payment';
import { PaymentWriter } from './payment-writer';
import { type QuoteRequest, Quotes } from './quotes';
import type { PaymentFacts } from './state/payment-facts';
import { OPEN_STATES } from './state/payment-state';
import { StripeCustomers } from './stripe/stripe-customers';
import { StripeEvents } from './stripe/stripe-events';
import { paymentsOff } from './stripe/stripe-failure';
import { StripePayments } from './stripe/stripe-payments';

/** What is offered and has not been tried; whatever Stripe reports outdoes it. */
const OFFERED: PaymentFacts = { attempt: { value: 'offered', at: 0 } };

const now = () => Math.floor(Date.now() / 1000);

function beingPaid(): ProblemException {
  const detail = 'This document is being paid for just now. Look again in a moment.';
  return new ProblemException('ALREADY_PAID', detail);
}

/** The way from a document to a payment at Stripe. A document has one open payment at most. */
@Injectable()
export class StartPayment {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIGURATION) private readonly config: Configuration,
    private readonly quotes: Quotes,
    private readonly writer: PaymentWriter,
    private readonly stripe: StripePayments,
    private readonly customers: StripeCustomers,
    private readonly events: StripeEvents,
  ) {}

  /**
   * What the document costs, for as long as the quote says.
   * @throws ProblemException as {@link Quotes.quote}, PAYMENTS_OFF, ALREADY_PAID
   */
  async quote(userId: string, request: QuoteRequest): Promise<Payment> {
    if (this.config.stripe === undefined) throw paymentsOff();
    const ask = (manager: EntityManager) => this.quotes.quote(manager, userId, request);
    const quoted = await this.dataSource.transaction(ask);
    if ('quote' in quoted) return quoted.quote;
    await this.withdraw(quoted.outdated);
    const again = await this.dataSource.transaction(ask);
    if ('quote' in again) return again.quote;
    throw beingPaid();
  }

  /** For a form in the app. @throws ProblemException as {@link quote}, PAYMENT_PROVIDER_FAILED */
  async createIntent(userId: string, request: QuoteRequest): Promise<CreatedIntent> {
    const payment = await this.quoteFor('intent', userId, request);
    const { id: paymentId, amount, currency } = payment;
    if (amount === 0) {
      await this.settleWithoutMoney(payment);
      return { clientSecret: null, paymentId, amount, currency };
    }
    const intent =
      payment.intentId === null
        ? await this.stripe.createIntent(payment, await this.customers.of(userId))
        : await this.stripe.intent(payment.intentId);
    if (intent.status === 'succeeded' || intent.status === 'processing') throw beingPaid();
    await this.offer(payment, { method: 'intent', intentId: intent.id });
    return { clientSecret: intent.client_secret, paymentId, amount, currency };
  }

  /** For Stripe's own page. @throws ProblemException as {@link createIntent} */
  async createCheckout(userId: string, request: QuoteRequest): Promise<CreatedCheckout> {
    const payment = await this.quoteFor('checkout', userId, request);
    const { id: paymentId, amount, currency } = payment;
    if (amount === 0) {
      await this.settleWithoutMoney(payment);
      return { url: null, paymentId, amount, currency };
    }
    const session =
      payment.sessionId === null
        ? await this.stripe.createSession(payment, await this.customers.of(userId))
        : await this.stripe.session(payment.sessionId);
    if (session.status === 'complete') throw beingPaid();
    await this.offer(payment, { method: 'checkout', sessionId: session.id });
    return { url: session.url, paymentId, amount, currency };
  }

  /** A quote that has not been begun in another way: what was begun is withdrawn first. */
  private async quoteFor(
    method: 'intent' | 'checkout',
    userId: string,
    request: QuoteRequest,
  ): Promise<Payment> {
    const payment = await this.quote(userId, request);
    if (payment.method === null || payment.method === method) return payment;
    await this.withdraw(payment);
    const { discountCode } = payment;
    return this.quote(userId, { discountCode, ...request });
  }

  /** @throws ProblemException ALREADY_PAID when that is too late */
  private async withdraw(payment: Payment): Promise<void> {
    const report = await this.stripe.withdraw(payment);
    await this.events.tell({ ...report, paymentId: payment.id }, `withdrawal:${payment.id}`);
    if (report.facts.attempt?.value !== 'expired') throw beingPaid();
  }

  private async offer(
    payment: Payment,
    link: Partial<Pick<Payment, 'method' | 'intentId' | 'sessionId'>>,
  ): Promise<void> {
    const offered = await this.dataSource.transaction(async (manager) => {
      const { status, method } = await this.writer.lock(manager, payment.id);
      if (!OPEN_STATES.includes(status) || (method ?? link.method) !== link.method) return false;
      await this.writer.link(manager, payment, link);
      await this.writer.learn(manager, payment.id, OFFERED, 'offer');
      return true;
    });
    if (offered) return;
    // meanwhile begun elsewhere in another way: there must not be two ways to pay for the same
    await this.stripe.withdraw({ ...payment, ...link });
    throw beingPaid();
  }

  private async settleWithoutMoney(payment: Payment): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await this.writer.link(manager, payment, { method: 'none' });
      await this.writer.learn(manager, payment.id, { capturedAt: now() }, 'nothing due');
    });
  }
}
