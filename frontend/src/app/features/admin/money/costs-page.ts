import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CostGroup } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { BarChart } from '../../../ui/bar-chart/bar-chart';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { Cell } from '../../../ui/table/cell';
import { moneyText } from '../overview/series';
import { DayFilter } from '../shared/day-filter';
import { ListView } from '../shared/list-view';
import { UrlQuery } from '../shared/url-query';
import { costColumns } from './cost-columns';
import { CostsStore, GROUPINGS } from './costs.store';

/** What the models cost. */
@Component({
  selector: 'tg-costs-page',
  imports: [BarChart, Cell, DayFilter, Field, FieldControl, ListView, TranslocoDirective],
  templateUrl: './costs-page.html',
  providers: [UrlQuery, CostsStore],
})
export class CostsPage {
  protected readonly url = inject(UrlQuery);
  protected readonly locale = inject(Locale);
  protected readonly store = inject(CostsStore);
  protected readonly columns = costColumns(this.locale);
  protected readonly groupings = GROUPINGS;
  /** Tokens of the shown groups: they are counted whether prices are known or not. */
  protected readonly bars = computed(() => {
    return this.store.list.rows().map((group) => {
      const value = group.tokensIn + group.tokensOut;
      return { label: this.name(group) ?? '—', value, text: this.locale.number(value) };
    });
  });

  /** Null for what is nobody's. */
  protected name({ key, label }: CostGroup): string | null {
    if (key === null) return null;
    const grouping = this.store.grouping();
    return grouping === 'day' || grouping === 'week' ? this.locale.date(key) : (label ?? key);
  }

  protected money(sums: Parameters<typeof moneyText>[1]): string {
    return moneyText(this.locale, sums);
  }
}
