import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type Stripe from 'stripe';
import { DataSource, type EntityManager } from 'typeorm';
import type { Payment } from '../payment';
import { PaymentWriter } from '../payment-writer';
import { toStripeAmount } from '../pricing/currency';
import type { PaymentFacts } from '../state/payment-facts';
import { readEvent } from './read-event';
import { StripeEventsRepository, type Via } from './stripe-events.repository';
import type { StripeReport } from './stripe-reports';

/** What Stripe tells, in any order, any number of times, by any number of processes. */
@Injectable()
export class StripeEvents {
  private readonly logger = new Logger(StripeEvents.name);

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly events: StripeEventsRepository,
    private readonly writer: PaymentWriter,
  ) {}

  /**
   * Stores an event together with its effect, or neither. One that is known already, or that says
   * nothing about a payment, has no effect.
   * @returns whether it was new
   */
  take(event: Stripe.Event, via: Via): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const report = readEvent(event);
      if (!(await this.events.remember(manager, event, report?.intentId, via))) return false;
      if (report === undefined) return true;
      await this.takeTurn(manager, report);
      const payment = await this.events.findPayment(manager, report);
      await this.apply(manager, event, report, payment);
      return true;
    });
  }

  /** What an answer of Stripe's API says, as an event would. */
  tell(report: StripeReport, cause: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await this.takeTurn(manager, report);
      const payment = await this.events.findPayment(manager, report);
      if (payment !== undefined) await this.learn(manager, payment, report, cause);
    });
  }

  private async apply(
    manager: EntityManager,
    event: Stripe.Event,
    report: StripeReport,
    payment: Payment | undefined,
  ): Promise<void> {
    if (payment === undefined) {
      await this.events.conclude(manager, event, 'unmatched');
    } else {
      const matches = await this.learn(manager, payment, report, event.id);
      await this.events.conclude(manager, event, matches ? 'applied' : 'kept', payment.id);
    }
  }

  private async takeTurn(manager: EntityManager, { intentId }: StripeReport): Promise<void> {
    if (intentId !== undefined) await this.events.takeTurn(manager, intentId);
  }

  private async learn(
    manager: EntityManager,
    payment: Payment,
    report: StripeReport,
    cause: string,
  ): Promise<boolean> {
    const facts = this.checked(payment, report);
    if (facts === undefined) return false;
    await this.writer.learn(manager, payment.id, facts, cause);
    const { intentId } = report;
    if (intentId === undefined || payment.intentId !== null) return true;
    await this.writer.link(manager, payment, { intentId });
    const linked = { ...payment, intentId };
    for (const event of await this.events.unmatched(manager, intentId)) {
      await this.apply(manager, event, readEvent(event) ?? { facts: {} }, linked);
    }
    return true;
  }

  /**
   * Pays only what pays the whole, in the right currency, by the intent that was made for it.
   * @returns undefined for what does not match the payment
   */
  private checked(payment: Payment, report: StripeReport): PaymentFacts | undefined {
    const { facts, paid, intentId } = report;
    const foreign = intentId !== undefined && (payment.intentId ?? intentId) !== intentId;
    if (paid === undefined && !foreign) return facts;
    const { amount, currency } = payment;
    const matches =
      paid?.amount === toStripeAmount(amount, currency) && paid.currency === currency.toLowerCase();
    if (!foreign && matches) return { ...facts, capturedAt: paid.at };
    this.logger.error(`What Stripe tells of payment ${payment.id} does not match it.`);
    return undefined;
  }
}
