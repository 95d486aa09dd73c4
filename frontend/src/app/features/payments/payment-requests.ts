import { inject, Injectable } from '@angular/core';
import { Api } from '../../api/generated/api';
import {
  createCheckout,
  createPaymentIntent,
  getPayment,
  listPayments,
  quotePayment,
} from '../../api/generated/functions';
import type { CreatedCheckout, CreatedIntent, PaymentSummary } from '../../api/generated/models';
import { problemOf } from '../../core/problem/problem';

/** More than one document is ever paid for in parts. */
const LATEST = 20;

/** What is asked of the API about the payment of one document. */
@Injectable()
export class PaymentRequests {
  private readonly api = inject(Api);

  /** @param discountCode undefined: the one that the offer has; null: none */
  quote(documentId: string, discountCode?: string | null): Promise<PaymentSummary> {
    const code = discountCode === undefined ? {} : { discountCode };
    return this.api.invoke(quotePayment, { body: { documentId, ...code } });
  }

  intent(documentId: string): Promise<CreatedIntent> {
    return this.api.invoke(createPaymentIntent, { body: { documentId } });
  }

  checkout(documentId: string): Promise<CreatedCheckout> {
    return this.api.invoke(createCheckout, { body: { documentId } });
  }

  payment(id: string): Promise<PaymentSummary> {
    return this.api.invoke(getPayment, { id });
  }

  /** The payment of an address that anybody could have put together; null when it is none of these. */
  async find(documentId: string, id: string): Promise<PaymentSummary | null> {
    try {
      const payment = await this.payment(id);
      return payment.documentId === documentId ? payment : null;
    } catch (error) {
      if ([404, 422].includes(problemOf(error).status)) return null;
      throw error;
    }
  }

  /** What was begun last for a document; what has lapsed only when there is nothing else. */
  async latest(documentId: string): Promise<PaymentSummary | null> {
    const { items } = await this.api.invoke(listPayments, { documentId, page: 1, perPage: LATEST });
    return items.find(({ status }) => status !== 'expired') ?? items[0] ?? null;
  }
}
