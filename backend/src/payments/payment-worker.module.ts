import { Module } from '@nestjs/common';
import { MailModule } from '../mail';
import { OutboxRelayModule } from '../outbox';
import { PaymentsCoreModule } from './payments-core.module';
import { CustomerRemover } from './privacy/customer-remover';
import { RefundEndedMail } from './refunds/refund-ended-mail';
import { RefundSender } from './refunds/refund-sender';
import { Reconciler } from './stripe/reconciler';

/** Payments as a worker sees them: send money back and tell, and look for what was missed. */
@Module({
  imports: [MailModule, OutboxRelayModule, PaymentsCoreModule],
  providers: [CustomerRemover, Reconciler, RefundEndedMail, RefundSender],
})
export class PaymentWorkerModule {}
