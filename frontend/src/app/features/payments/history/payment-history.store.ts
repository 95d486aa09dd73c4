import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { listPayments } from '../../../api/generated/functions';
import type { PaymentPage } from '../../../api/generated/models';
import { type Problem, problemOf } from '../../../core/problem/problem';

const PER_PAGE = 20;

/** The reader's payments, the newest first. */
@Injectable()
export class PaymentHistoryStore {
  private readonly api = inject(Api);

  /** Null until it has been loaded. */
  readonly page = signal<PaymentPage | null>(null);
  readonly problem = signal<Problem | null>(null);

  async load(page: number): Promise<void> {
    this.problem.set(null);
    try {
      this.page.set(await this.api.invoke(listPayments, { page, perPage: PER_PAGE }));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
