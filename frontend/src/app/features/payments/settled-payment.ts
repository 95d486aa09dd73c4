import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PaymentSummary } from '../../api/generated/models';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { Progress } from '../../ui/progress/progress';

/** Says that it is paid, and leads to the writing that has begun by that. */
@Component({
  selector: 'tg-settled-payment',
  imports: [Button, Icon, Notice, Progress, RouterLink, TranslocoDirective],
  templateUrl: './settled-payment.html',
})
export class SettledPayment {
  readonly payment = input.required<PaymentSummary>();

  /** Its pages are paid for, and stay so unless something is refunded. */
  protected readonly paid = computed(() => ['paid', 'won'].includes(this.payment().status));
}
