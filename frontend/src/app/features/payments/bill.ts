import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PaymentSummary } from '../../api/generated/models';
import { Locale } from '../../core/i18n/locale';

/** What is to be paid, or was, line by line. */
@Component({
  selector: 'tg-bill',
  imports: [TranslocoDirective],
  templateUrl: './bill.html',
})
export class Bill {
  readonly payment = input.required<PaymentSummary>();

  protected readonly locale = inject(Locale);
  protected readonly charged = computed(() => this.payment().pages - this.payment().grantedPages);
  /** Before the discount. */
  protected readonly full = computed(() => this.payment().amount + this.payment().discount);

  protected money(amount: number): string {
    return this.locale.money(amount, this.payment().currency);
  }
}
