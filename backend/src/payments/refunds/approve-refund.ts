import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Outbox } from '../../outbox';
import type { Payment } from '../payment';
import { PaymentWriter } from '../payment-writer';
import { sumsOf } from '../state/payment-facts';
import { canHappen } from '../state/payment-state';
import { REFUND_APPROVED } from './refund-approved';

/** Minor units of a payment that can still go back: nothing while a bank has them in dispute. */
export function refundable({ status, amount, facts }: Payment): number {
  if (!canHappen(status, 'refund begun')) return 0;
  const { refunded, refunding, lost } = sumsOf(facts);
  return Math.max(0, amount - refunded - refunding - lost);
}

/** What every refund of ours goes through, whoever decides it. */
@Injectable()
export class ApproveRefund {
  constructor(
    private readonly writer: PaymentWriter,
    private readonly outbox: Outbox,
  ) {}

  /** For who has locked the payment, found the amount refundable, and stored the refund. */
  async approve(
    manager: EntityManager,
    { id }: Pick<Payment, 'id'>,
    refundId: string,
    amount: number,
  ): Promise<void> {
    const refunds = { [refundId]: { value: 'pending' as const, at: 0, amount } };
    await this.writer.learn(manager, id, { refunds }, `approval:${refundId}`);
    await this.outbox.add(manager, REFUND_APPROVED, refundId, { refundId });
  }
}
