import {
  Component,
  effect,
  inject,
  input,
  numberAttribute,
  ViewEncapsulation,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { Pricing } from '../../../core/pricing/pricing';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Badge } from '../../../ui/badge/badge';
import { Button } from '../../../ui/button/button';
import { Empty } from '../../../ui/empty/empty';
import { Pager } from '../../../ui/pager/pager';
import { STATUS_TONES } from '../payment-states';
import { PaymentHistoryStore } from './payment-history.store';

/** All payments of the reader. */
@Component({
  selector: 'tg-payment-history-page',
  imports: [Badge, Button, Empty, Pager, ProblemNotice, RouterLink, TranslocoDirective],
  templateUrl: './payment-history-page.html',
  styleUrl: '../payments.css',
  encapsulation: ViewEncapsulation.None,
  providers: [PaymentHistoryStore],
})
export class PaymentHistoryPage {
  readonly page = input(1, { transform: (value: unknown) => numberAttribute(value, 1) });

  private readonly router = inject(Router);
  protected readonly locale = inject(Locale);
  protected readonly pricing = inject(Pricing);
  protected readonly store = inject(PaymentHistoryStore);
  protected readonly tones = STATUS_TONES;

  constructor() {
    void this.pricing.tryToLoad();
    effect(() => {
      void this.store.load(this.page());
    });
  }

  protected async turn(page: number): Promise<void> {
    await this.router.navigate([], { queryParams: { page } });
  }
}
