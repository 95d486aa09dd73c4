import { Component, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../../../ui/icon/icon';
import { type ListQuery, oneOf, ORDERS, STATUSES } from './list-query';

/** While one types. */
const PAUSE_MS = 250;

/** What one may narrow the list of documents by; every change starts at its first page. */
@Component({
  selector: 'tg-document-filter',
  imports: [Icon, TranslocoDirective],
  templateUrl: './document-filter.html',
  host: { class: 'document-filter', role: 'search' },
})
export class DocumentFilter {
  readonly query = input.required<ListQuery>();
  readonly changed = output<Partial<ListQuery>>();

  protected readonly statuses = STATUSES;
  protected readonly orders = ORDERS;
  private typing: ReturnType<typeof setTimeout> | undefined;

  protected onSearch(search: string): void {
    clearTimeout(this.typing);
    this.typing = setTimeout(() => {
      this.changed.emit({ search: search.trim() });
    }, PAUSE_MS);
  }

  protected onStatus(value: string): void {
    this.changed.emit({ status: oneOf(STATUSES, null)(value) });
  }

  protected onSort(value: string): void {
    this.changed.emit({ sort: oneOf(ORDERS, ORDERS[0])(value) });
  }
}
