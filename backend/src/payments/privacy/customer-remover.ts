import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxHandlers } from '../../outbox';
import { StripePayments } from '../stripe/stripe-payments';
import { CUSTOMER_LEFT } from './customer-left';

/** Has Stripe forget who has left. */
@Injectable()
export class CustomerRemover implements OnModuleInit {
  constructor(
    private readonly handlers: OutboxHandlers,
    private readonly stripe: StripePayments,
  ) {}

  onModuleInit(): void {
    this.handlers.register(CUSTOMER_LEFT, ({ customerId }) =>
      this.stripe.deleteCustomer(customerId),
    );
  }
}
