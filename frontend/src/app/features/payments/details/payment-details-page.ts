import { Component, effect, inject, input, ViewEncapsulation } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { SaveFile } from '../../../core/download/save-file';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Badge } from '../../../ui/badge/badge';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { Bill } from '../bill';
import { STATUS_TONES } from '../payment-states';
import { PaymentDetailsStore } from './payment-details.store';
import { PaymentNotice } from './payment-notice';
import { RefundPanel } from './refund-panel';

/** One payment: its state, its bill, its receipt and its refunds. */
@Component({
  selector: 'tg-payment-details-page',
  imports: [
    Badge,
    Bill,
    Button,
    Icon,
    PaymentNotice,
    ProblemNotice,
    RefundPanel,
    RouterLink,
    TranslocoDirective,
  ],
  templateUrl: './payment-details-page.html',
  styleUrl: '../payments.css',
  encapsulation: ViewEncapsulation.None,
  providers: [PaymentDetailsStore],
})
export class PaymentDetailsPage {
  readonly id = input.required<string>();

  private readonly saveFile = inject(SaveFile);
  protected readonly locale = inject(Locale);
  protected readonly store = inject(PaymentDetailsStore);
  protected readonly tones = STATUS_TONES;

  constructor() {
    effect(() => {
      void this.store.load(this.id());
    });
  }

  protected async saveReceipt(number: string): Promise<void> {
    const file = await this.store.receipt(this.locale.language());
    if (file !== null) this.saveFile.run(file, `TesiGo ${number}.pdf`);
  }
}
