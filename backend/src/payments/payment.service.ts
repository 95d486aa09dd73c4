import { Inject, Injectable } from '@nestjs/common';
import { type Page, toPage } from '../common';
import { CONFIGURATION, type Configuration } from '../config';
import {
  type ListedPayment,
  type Payment,
  type PaymentQuery,
  type PaymentSummary,
  toListed,
  toPayment,
  toSummary,
} from './dto/payment';
import type { Pricing } from './dto/pricing';
import { PaymentsRepository } from './payments.repository';
import { PriceLists } from './pricing/price-lists';
import { type QuoteRequest } from './quotes';
import { RefundsRepository } from './refunds/refunds.repository';
import { StartPayment } from './start-payment';

/** Payments as their owner sees them. */
@Injectable()
export class PaymentService {
  constructor(
    @Inject(CONFIGURATION) private readonly config: Configuration,
    private readonly prices: PriceLists,
    private readonly payments: PaymentsRepository,
    private readonly refunds: RefundsRepository,
    private readonly starting: StartPayment,
  ) {}

  async pricing(): Promise<Pricing> {
    const { stripe } = this.config;
    const publishableKey = stripe?.publishableKey ?? null;
    return { ...(await this.prices.current()), enabled: stripe !== undefined, publishableKey };
  }

  async quote(userId: string, request: QuoteRequest): Promise<PaymentSummary> {
    return toSummary(await this.starting.quote(userId, request));
  }

  async list(userId: string, query: PaymentQuery): Promise<Page<ListedPayment>> {
    const { items, total } = await this.payments.list(userId, query);
    return toPage(items.map(toListed), total, query);
  }

  /** @throws ProblemException NOT_FOUND */
  async get(userId: string, id: string): Promise<Payment> {
    // in this order no refund is told of as ended while its payment still looks as before
    const refunds = await this.refunds.ofPayment(id);
    return toPayment(await this.payments.get(userId, id), refunds);
  }
}
