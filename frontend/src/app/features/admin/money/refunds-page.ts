import { Component, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AdminRefund } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { Badge } from '../../../ui/badge/badge';
import { Button } from '../../../ui/button/button';
import { Cell } from '../../../ui/table/cell';
import { REFUND_TONES } from '../../payments/payment-states';
import { ListView } from '../shared/list-view';
import { OneChip } from '../shared/one-chip';
import { Said } from '../shared/said';
import { SelectFilter } from '../shared/select-filter';
import { UrlQuery } from '../shared/url-query';
import { REFUND_STATUSES, refundColumns } from './refund-columns';
import { type Decision, RefundDecision } from './refund-decision';
import { RefundsStore } from './refunds.store';

/** What users want back, and what is decided about it. */
@Component({
  selector: 'tg-refunds-page',
  imports: [
    Badge,
    Button,
    Cell,
    ListView,
    OneChip,
    RefundDecision,
    Said,
    SelectFilter,
    TranslocoDirective,
  ],
  templateUrl: './refunds-page.html',
  providers: [UrlQuery, RefundsStore],
})
export class RefundsPage {
  protected readonly locale = inject(Locale);
  protected readonly store = inject(RefundsStore);
  protected readonly columns = refundColumns(this.locale);
  protected readonly statuses = REFUND_STATUSES;
  protected readonly tones = REFUND_TONES;
  protected readonly asked = signal<AdminRefund | null>(null);
  private readonly done = signal<{ decision: Decision; refund: AdminRefund } | null>(null);

  protected ask(refund: AdminRefund): void {
    this.done.set(null);
    this.store.attempt.problem.set(null);
    this.asked.set(refund);
  }

  protected async carryOut(decision: Decision): Promise<void> {
    const refund = this.asked();
    if (refund === null || !(await this.decide(refund.id, decision))) return;
    this.asked.set(null);
    this.done.set({ decision, refund });
  }

  protected said(t: (key: string, params: object) => string): string | null {
    const done = this.done();
    if (done === null) return null;
    const { userEmail, currency } = done.refund.payment;
    const { amount } = done.decision;
    const email = userEmail ?? t('adminMoney.payments.gone', {});
    if (amount === null) return t('adminMoney.refunds.rejected', { email });
    return t('adminMoney.refunds.approved', { email, amount: this.locale.money(amount, currency) });
  }

  private decide(id: string, { amount, reason }: Decision): Promise<boolean> {
    if (amount === null) return this.store.reject(id, reason);
    return this.store.approve(id, { amount, reason });
  }
}
