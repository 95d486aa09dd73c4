import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail } from '../../audit';
import type { AdminAct } from '../../auth';
import { validationProblem } from '../../common';
import { Outbox } from '../../outbox';
import { PaymentWriter } from '../payment-writer';
import { stepOf } from '../pricing/currency';
import { ApproveRefund, refundable } from './approve-refund';
import type { Refund } from './refund';
import { REFUND_ENDED } from './refund-ended';
import { RefundsRepository } from './refunds.repository';

interface Approval {
  reason: string;
  /** Minor units; undefined for all that can still go back. */
  amount?: number | undefined;
}

/** What an admin decides about a refund that was asked for. */
@Injectable()
export class DecideRefund {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly writer: PaymentWriter,
    private readonly refunds: RefundsRepository,
    private readonly approval: ApproveRefund,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Sends back the whole or a part.
   * @throws ProblemException NOT_FOUND, INVALID_TRANSITION when it has been decided,
   *   VALIDATION_FAILED for more than can go back
   */
  approve(id: string, { reason, amount: part }: Approval, act: AdminAct): Promise<Refund> {
    return this.dataSource.transaction(async (manager) => {
      const { paymentId } = await this.refunds.get(id, manager);
      // before the amount is looked at, so that two approvals cannot both find it there
      const payment = await this.writer.lock(manager, paymentId);
      const most = refundable(payment);
      const amount = part ?? most;
      const decision = { status: 'approved', amount, adminId: act.adminId, reason } as const;
      if (amount === 0 || amount > most || amount % stepOf(payment.currency) !== 0) {
        throw wrongAmount(most, payment.currency);
      }
      await this.refunds.decide(manager, id, decision);
      await this.approval.approve(manager, payment, id, amount);
      return this.recorded(manager, 'refund.approved', id, act, {
        ...{ reason, amount, currency: payment.currency },
      });
    });
  }

  /** @throws ProblemException NOT_FOUND, INVALID_TRANSITION when it has been decided */
  reject(id: string, { reason }: { reason: string }, act: AdminAct): Promise<Refund> {
    return this.dataSource.transaction(async (manager) => {
      await this.refunds.get(id, manager);
      const decision = { status: 'rejected', amount: null, adminId: act.adminId, reason } as const;
      await this.refunds.decide(manager, id, decision);
      const ended = { refundId: id, status: 'rejected' } as const;
      await this.outbox.add(manager, REFUND_ENDED, `${id}:rejected`, ended);
      return this.recorded(manager, 'refund.rejected', id, act, { reason });
    });
  }

  private async recorded(
    manager: EntityManager,
    action: 'refund.approved' | 'refund.rejected',
    id: string,
    { adminId, origin }: AdminAct,
    details: Record<string, string | number>,
  ): Promise<Refund> {
    const event = { action, actorId: adminId, subjectId: id, details };
    await this.audit.record(event, origin, manager);
    return this.refunds.get(id, manager);
  }
}

function wrongAmount(most: number, currency: string) {
  const step = stepOf(currency);
  const multiple = step === 1 ? '' : `, a multiple of ${String(step)},`;
  const message = `At most ${String(most)}${multiple} can be refunded of this payment.`;
  return validationProblem([{ path: ['amount'], message }]);
}
