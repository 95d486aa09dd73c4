import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { Badge } from '../../../ui/badge/badge';
import { Button } from '../../../ui/button/button';
import { Cell } from '../../../ui/table/cell';
import { STATUS_TONES } from '../../payments/payment-states';
import { ListView } from '../shared/list-view';
import { OneChip } from '../shared/one-chip';
import { SelectFilter } from '../shared/select-filter';
import { UrlQuery } from '../shared/url-query';
import { PAYMENT_STATUSES, paymentColumns } from './payment-columns';
import { AllPaymentsStore } from './payments.store';

/** The payments of everybody. */
@Component({
  selector: 'tg-all-payments-page',
  imports: [Badge, Button, Cell, ListView, OneChip, RouterLink, SelectFilter, TranslocoDirective],
  templateUrl: './payments-page.html',
  providers: [UrlQuery, AllPaymentsStore],
})
export class AllPaymentsPage {
  protected readonly store = inject(AllPaymentsStore);
  protected readonly columns = paymentColumns(inject(Locale));
  protected readonly statuses = PAYMENT_STATUSES;
  protected readonly tones = STATUS_TONES;
}
