import { inject, Injectable } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { listAllPayments } from '../../../api/generated/functions';
import type { AdminPayment } from '../../../api/generated/models';
import type { PaymentStatus } from '../../payments/payment-states';
import { PagedList } from '../shared/paged-list';
import { type Sorting, UrlQuery } from '../shared/url-query';
import { PAYMENT_STATUSES } from './payment-columns';

const SORTS = ['createdAt', 'amount'] as const;

interface Filters extends Sorting<(typeof SORTS)[number]> {
  status?: PaymentStatus;
  userId?: string;
}

/** Payments of all users. */
@Injectable()
export class AllPaymentsStore {
  private readonly api = inject(Api);
  private readonly url = inject(UrlQuery);

  readonly list = new PagedList<AdminPayment, Filters>(
    () => ({
      status: this.url.oneOf('status', PAYMENT_STATUSES),
      userId: this.url.get('userId'),
      ...this.url.sorting(SORTS),
    }),
    (query) => this.api.invoke(listAllPayments, query),
  );
}
