import { Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { OutboxModule } from '../outbox';
import { Ledger } from './ledger/ledger';
import { PaidWriting } from './paid-writing';
import { PaymentWriter } from './payment-writer';
import { ForgetPayer } from './privacy/forget-payer';
import { ApproveRefund } from './refunds/approve-refund';
import { RefundsRepository } from './refunds/refunds.repository';
import { Undelivered } from './refunds/undelivered';
import { stripeProvider } from './stripe/stripe-client';
import { StripeEvents } from './stripe/stripe-events';
import { StripeEventsRepository } from './stripe/stripe-events.repository';
import { StripePayments } from './stripe/stripe-payments';

/** What the API, the jobs and the workers share about payments. */
@Module({
  imports: [AuditModule, OutboxModule],
  providers: [
    ApproveRefund,
    ForgetPayer,
    Ledger,
    PaidWriting,
    PaymentWriter,
    RefundsRepository,
    StripeEvents,
    StripeEventsRepository,
    StripePayments,
    stripeProvider,
    Undelivered,
  ],
  exports: [
    ApproveRefund,
    AuditModule,
    ForgetPayer,
    PaidWriting,
    PaymentWriter,
    RefundsRepository,
    StripeEvents,
    StripePayments,
    Undelivered,
  ],
})
export class PaymentsCoreModule {}
