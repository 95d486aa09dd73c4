import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Payment } from '../../../api/generated/models';
import { Notice, type NoticeKind } from '../../../ui/notice/notice';
import type { PaymentStatus } from '../payment-states';

/** States that want a word of explanation; what is simply paid wants none. */
const KINDS: Partial<Record<PaymentStatus, NoticeKind>> = {
  quoted: 'info',
  pending: 'info',
  failed: 'warning',
  expired: 'info',
  refunding: 'info',
  partially_refunded: 'info',
  refunded: 'info',
  disputed: 'warning',
  won: 'success',
  lost: 'warning',
};

/** What the state of a payment means, and what can be done. */
@Component({
  selector: 'tg-payment-notice',
  imports: [Notice, RouterLink, TranslocoDirective],
  template: `
    @if (kind(); as kind) {
      <tg-notice *transloco="let t; prefix: 'payments.meaning'" [kind]="kind">
        <p>{{ t(payment().status) }}</p>
        @if (payable()) {
          <a [routerLink]="['/documents', payment().documentId, 'payment']">{{ t('toPayment') }}</a>
        }
      </tg-notice>
    }
  `,
})
export class PaymentNotice {
  readonly payment = input.required<Payment>();

  protected readonly kind = computed(() => KINDS[this.payment().status]);
  protected readonly payable = computed(
    () =>
      this.payment().documentTitle !== null &&
      ['quoted', 'pending', 'failed', 'expired'].includes(this.payment().status),
  );
}
