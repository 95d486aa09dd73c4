import { Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Refund } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { Badge } from '../../../ui/badge/badge';
import { REFUND_TONES } from '../payment-states';

/** A refund: who asked for it and why, what was decided and why, and where the money is. */
@Component({
  selector: 'tg-refund-item',
  imports: [Badge, TranslocoDirective],
  templateUrl: './refund-item.html',
  host: { class: 'stack refund-item' },
})
export class RefundItem {
  readonly refund = input.required<Refund>();
  readonly currency = input.required<string>();

  protected readonly locale = inject(Locale);
  protected readonly tones = REFUND_TONES;
}
