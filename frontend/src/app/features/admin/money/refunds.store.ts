import { inject, Injectable } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { approveRefund, listRefunds, rejectRefund } from '../../../api/generated/functions';
import type { AdminRefund, ApprovedRefund } from '../../../api/generated/models';
import { Attempt } from '../shared/attempt';
import { PagedList } from '../shared/paged-list';
import { type Sorting, UrlQuery } from '../shared/url-query';
import { REFUND_STATUSES } from './refund-columns';

const SORTS = ['createdAt', 'amount'] as const;

interface Filters extends Sorting<(typeof SORTS)[number]> {
  status?: AdminRefund['status'];
  paymentId?: string;
}

/** Refunds of all users, and their decisions. The API decides each once, however often it is told. */
@Injectable()
export class RefundsStore {
  private readonly api = inject(Api);
  private readonly url = inject(UrlQuery);

  readonly attempt = new Attempt();
  readonly list = new PagedList<AdminRefund, Filters>(
    () => ({
      status: this.url.oneOf('status', REFUND_STATUSES),
      paymentId: this.url.get('paymentId'),
      ...this.url.sorting(SORTS),
    }),
    (query) => this.api.invoke(listRefunds, query),
  );

  /** @returns whether the money is on its way */
  approve(id: string, body: ApprovedRefund): Promise<boolean> {
    return this.decide(() => this.api.invoke(approveRefund, { id, body }));
  }

  reject(id: string, reason: string): Promise<boolean> {
    return this.decide(() => this.api.invoke(rejectRefund, { id, body: { reason } }));
  }

  /** The list is read again in any case: it says what holds when an answer was lost on the way. */
  private async decide(act: () => Promise<object>): Promise<boolean> {
    const decided = await this.attempt.run(async () => {
      await act();
    });
    await this.list.load();
    return decided;
  }
}
