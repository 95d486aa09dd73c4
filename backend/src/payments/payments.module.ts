import { Module } from '@nestjs/common';
import { OutboxModule } from '../outbox';
import { AllPayments } from './all-payments';
import { AllRefunds } from './all-refunds';
import { Bookkeeping } from './bookkeeping/bookkeeping';
import { Revenues } from './ledger/revenue';
import { PaymentController } from './payment.controller';
import { PaymentService } from './payment.service';
import { PaymentsCoreModule } from './payments-core.module';
import { PaymentsRepository } from './payments.repository';
import { DiscountCodes } from './pricing/discount-codes';
import { Discounts } from './pricing/discounts';
import { Grants } from './pricing/grants';
import { Institutions } from './pricing/institutions';
import { PriceLists } from './pricing/price-lists';
import { Quotes } from './quotes';
import { Receipts } from './receipts/receipts';
import { DecideRefund } from './refunds/decide-refund';
import { RequestRefund } from './refunds/request-refund';
import { StartPayment } from './start-payment';
import { StripeCustomers } from './stripe/stripe-customers';
import { Webhook } from './stripe/webhook';
import { WebhookController } from './webhook.controller';

/** Payments as the API sees them: quote, pay, look, ask back; and what Stripe tells. */
@Module({
  imports: [OutboxModule, PaymentsCoreModule],
  controllers: [WebhookController, PaymentController],
  providers: [
    AllPayments,
    AllRefunds,
    Bookkeeping,
    DecideRefund,
    DiscountCodes,
    Discounts,
    Grants,
    Institutions,
    PaymentService,
    PaymentsRepository,
    PriceLists,
    Quotes,
    Receipts,
    RequestRefund,
    Revenues,
    StartPayment,
    StripeCustomers,
    Webhook,
  ],
  exports: [
    AllPayments,
    AllRefunds,
    Bookkeeping,
    DecideRefund,
    DiscountCodes,
    Institutions,
    PaymentsCoreModule,
    PriceLists,
    Revenues,
  ],
})
export class PaymentsModule {}
