import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { AuditTrail, type RequestOrigin } from '../../audit';
import { notFound, ProblemException } from '../../common';
import { PaidWriting } from '../paid-writing';
import { PaymentWriter } from '../payment-writer';
import { refundable } from './approve-refund';
import type { Refund } from './refund';
import { RefundsRepository } from './refunds.repository';

/** A student asks for money back; an admin decides. */
@Injectable()
export class RequestRefund {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly writer: PaymentWriter,
    private readonly refunds: RefundsRepository,
    private readonly paidWriting: PaidWriting,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @throws ProblemException NOT_FOUND, PAYMENTS_FROZEN, INVALID_TRANSITION when nothing can go
   *   back, CONFLICT when it has been asked for
   */
  request(
    userId: string,
    { paymentId, reason }: { paymentId: string; reason: string },
    origin: RequestOrigin,
  ): Promise<Refund> {
    return this.dataSource.transaction(async (manager) => {
      const payment = await this.writer.lock(manager, paymentId);
      if (payment.userId !== userId) throw notFound();
      await this.paidWriting.assertNotFrozen(manager, userId);
      if (refundable(payment) === 0) {
        const detail = 'Nothing of this payment can be refunded. Look at its status.';
        throw new ProblemException('INVALID_TRANSITION', detail);
      }
      const refund = await this.refunds.request(manager, paymentId, userId, reason);
      const event = { action: 'refund.requested', actorId: userId, subjectId: refund.id } as const;
      await this.audit.record(event, origin, manager);
      return refund;
    });
  }
}
