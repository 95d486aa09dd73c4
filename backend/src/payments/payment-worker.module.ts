import { Module } from '@nestjs/common';
import { OutboxRelayModule } from '../outbox';
import { PaymentsCoreModule } from './payments-core.module';
import { RefundSender } from './refunds/refund-sender';
import { Reconciler } from './stripe/reconciler';

/** Payments as a worker sees them: send money back, and look for what was missed. */
@Module({
  imports: [OutboxRelayModule, PaymentsCoreModule],
  providers: [Reconciler, RefundSender],
})
export class PaymentWorkerModule {}
