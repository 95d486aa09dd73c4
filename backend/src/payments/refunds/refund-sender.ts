import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { OutboxHandlers } from '../../outbox';
import { PaymentWriter } from '../payment-writer';
import { isRefusal } from '../stripe/stripe-failure';
import { StripePayments } from '../stripe/stripe-payments';
import { refundReport } from '../stripe/stripe-reports';
import type { Refund } from './refund';
import { REFUND_APPROVED } from './refund-approved';
import { RefundsRepository } from './refunds.repository';

const NOTE_ID = 'update refunds set stripe_refund_id = $2 where id = $1';

const now = () => Math.floor(Date.now() / 1000);

/** Has Stripe send back what was approved. */
@Injectable()
export class RefundSender implements OnModuleInit {
  private readonly logger = new Logger(RefundSender.name);

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly handlers: OutboxHandlers,
    private readonly refunds: RefundsRepository,
    private readonly writer: PaymentWriter,
    private readonly stripe: StripePayments,
  ) {}

  onModuleInit(): void {
    this.handlers.register(REFUND_APPROVED, async ({ refundId }) => {
      await this.send(await this.refunds.get(refundId));
    });
  }

  private async send({ id, paymentId, amount, status }: Refund): Promise<void> {
    if (status !== 'approved' || amount === null) return;
    const payment = await this.dataSource.transaction((manager) =>
      this.writer.lock(manager, paymentId),
    );
    try {
      const refund = await this.stripe.refund(payment, id, amount);
      await this.dataSource.query(NOTE_ID, [id, refund.id]);
      await this.learn(paymentId, id, refundReport(refund, refund.created).facts);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      this.logger.error(`Stripe refuses refund ${id}: ${error.code ?? error.type}`);
      const failed = { value: 'failed' as const, at: now(), amount };
      await this.learn(paymentId, id, { refunds: { [id]: failed } });
    }
  }

  private learn(paymentId: string, id: string, facts: Parameters<PaymentWriter['learn']>[2]) {
    return this.dataSource.transaction((manager) =>
      this.writer.learn(manager, paymentId, facts, `refund:${id}`),
    );
  }
}
