import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notFound } from '../common';
import { Outbox } from '../outbox';
import { balancesOf, difference } from './ledger/ledger-targets';
import { Ledger } from './ledger/ledger';
import { type Payment, PAYMENT_COLUMNS } from './payment';
import { PAYMENT_CAPTURED } from './payment-captured';
import { nextReceiptNumber } from './receipts/receipt-numbers';
import { REFUND_ENDED } from './refunds/refund-ended';
import { settleRefunds } from './refunds/settle-refunds';
import { joinFacts, type PaymentFacts } from './state/payment-facts';
import { COVERING_STATES } from './state/payment-state';
import { stateOf } from './state/state-of';

const LOCK = `select ${PAYMENT_COLUMNS} from payments where id = $1 for update`;

const CHANGE = `update payments set facts = $2, status = $3, paid_at = $4, receipt_number = $5,
    updated_at = now()
  where id = $1`;

const LINK = `update payments set method = coalesce($2, method), updated_at = now(),
    stripe_intent_id = coalesce($3, stripe_intent_id),
    stripe_session_id = coalesce($4, stripe_session_id)
  where id = $1`;

/** Whether it carries the writing of its pages. */
const carries = ({ status }: Payment): boolean => COVERING_STATES.includes(status);

/**
 * The only place that changes what is known of a payment: state, books, receipt number and the
 * start of its job follow from that, in the same transaction.
 */
@Injectable()
export class PaymentWriter {
  constructor(
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** @throws ProblemException NOT_FOUND */
  async lock(manager: EntityManager, id: string): Promise<Payment> {
    const [payment] = await manager.query<Payment[]>(LOCK, [id]);
    if (payment === undefined) throw notFound();
    return payment;
  }

  /**
   * Adds what has become known; yields the payment as it is then.
   * @param cause where it is known from, such as the id of an event
   */
  async learn(
    manager: EntityManager,
    id: string,
    news: PaymentFacts,
    cause: string,
  ): Promise<Payment> {
    const payment = await this.lock(manager, id);
    const facts = joinFacts(payment.facts, news);
    const entries = difference(balancesOf(payment.facts, payment), balancesOf(facts, payment));
    await this.ledger.post(manager, payment, cause, entries);
    const changed = { ...payment, facts, status: stateOf(facts, payment.amount) };
    if (facts.capturedAt !== undefined && payment.paidAt === null) {
      changed.paidAt = new Date(facts.capturedAt * 1000);
      changed.receiptNumber = await nextReceiptNumber(manager, changed.paidAt);
    }
    if (carries(changed) && !carries(payment)) {
      // also after a dispute that came before the job; a payment that has its job gets no other
      await this.outbox.add(manager, PAYMENT_CAPTURED, `${id}:${cause}`, { paymentId: id });
    }
    const { status, paidAt, receiptNumber } = changed;
    await manager.query(CHANGE, [id, JSON.stringify(facts), status, paidAt, receiptNumber]);
    for (const ended of await settleRefunds(manager, id, facts)) {
      await this.outbox.add(manager, REFUND_ENDED, `${ended.refundId}:${ended.status}`, ended);
    }
    return changed;
  }

  /** Notes the object at Stripe by which it is paid. */
  async link(
    manager: EntityManager,
    { id }: Pick<Payment, 'id'>,
    { method, intentId, sessionId }: Partial<Pick<Payment, 'method' | 'intentId' | 'sessionId'>>,
  ): Promise<void> {
    await manager.query(LINK, [id, method ?? null, intentId ?? null, sessionId ?? null]);
  }
}
