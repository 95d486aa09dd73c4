import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { downloadReceipt, getPayment, requestRefund } from '../../../api/generated/functions';
import type { Payment } from '../../../api/generated/models';
import type { Language } from '../../../core/i18n/languages';
import { type Problem, problemOf } from '../../../core/problem/problem';
import { poll } from '../poll';

/** One payment of the reader: its receipt, and the way to ask for money back. */
@Injectable()
export class PaymentDetailsStore {
  private readonly api = inject(Api);

  readonly payment = signal<Payment | null>(null);
  readonly busy = signal<'receipt' | 'refund' | null>(null);
  readonly problem = signal<Problem | null>(null);
  readonly refundProblem = signal<Problem | null>(null);

  /** A refund that somebody is still to decide, or that is on its way. */
  readonly openRefund = computed(() =>
    this.payment()?.refunds.find(({ status }) => status === 'requested' || status === 'approved'),
  );
  private readonly followed = computed(
    () =>
      this.openRefund() !== undefined ||
      ['pending', 'refunding'].includes(this.payment()?.status ?? ''),
  );

  constructor() {
    effect((onCleanup) => {
      const id = this.payment()?.id;
      if (id !== undefined && this.followed()) onCleanup(poll(() => this.look(id)));
    });
  }

  async load(id: string): Promise<void> {
    this.problem.set(null);
    try {
      this.payment.set(await this.api.invoke(getPayment, { id }));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** @returns the PDF, or null with {@link problem} set */
  async receipt(language: Language): Promise<Blob | null> {
    const id = this.payment()?.id;
    if (id === undefined || this.busy() !== null) return null;
    this.busy.set('receipt');
    this.problem.set(null);
    try {
      return await this.api.invoke(downloadReceipt, { id, language });
    } catch (error) {
      this.problem.set(problemOf(error));
      return null;
    } finally {
      this.busy.set(null);
    }
  }

  /** @returns whether it has been asked for, now or before */
  async askBack(reason: string): Promise<boolean> {
    const paymentId = this.payment()?.id;
    if (paymentId === undefined || this.busy() !== null) return false;
    this.busy.set('refund');
    this.refundProblem.set(null);
    try {
      await this.api.invoke(requestRefund, { body: { paymentId, reason } });
    } catch (error) {
      // an answer that was lost on the way leaves the request behind
      await this.look(paymentId);
      if (this.openRefund() === undefined) this.refundProblem.set(problemOf(error));
      return this.openRefund() !== undefined;
    } finally {
      this.busy.set(null);
    }
    await this.look(paymentId);
    return true;
  }

  private async look(id: string): Promise<void> {
    try {
      const payment = await this.api.invoke(getPayment, { id });
      if (this.payment()?.id === id) this.payment.set(payment);
    } catch {
      // the next look may be answered
    }
  }
}
