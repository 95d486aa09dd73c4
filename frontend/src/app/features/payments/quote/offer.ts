import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PaymentSummary } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { Bill } from '../bill';
import { CardForm } from '../card/card-form';
import { PaymentStore } from '../payment.store';
import { DiscountForm } from './discount-form';
import { lapse } from './lapse';

/** What the writing costs, until when, and the ways to pay it. */
@Component({
  selector: 'tg-offer',
  imports: [Bill, Button, CardForm, DiscountForm, Notice, TranslocoDirective],
  templateUrl: './offer.html',
})
export class Offer {
  readonly payment = input.required<PaymentSummary>();
  /** The reader wants to pay on the page of the payment service. */
  readonly leave = output();
  /** The offer has run out; the reader wants another. */
  readonly renew = output();

  protected readonly locale = inject(Locale);
  protected readonly store = inject(PaymentStore);
  protected readonly free = computed(() => this.payment().amount === 0);
  protected readonly cardOffered = computed(() => !!this.store.prices()?.publishableKey);
  protected readonly lapsed = lapse(computed(() => this.payment().validUntil));
  protected readonly due = computed(() =>
    this.locale.money(this.payment().amount, this.payment().currency),
  );
}
