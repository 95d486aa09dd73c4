import { Component, computed, effect, inject, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { StatsDay } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { BarChart } from '../../../ui/bar-chart/bar-chart';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import type { Column } from '../../../ui/table/column';
import { Table } from '../../../ui/table/table';
import { UrlQuery } from '../shared/url-query';
import { OverviewStore } from './overview.store';
import { dayTexts, moneyText, seriesOf } from './series';

const SPANS = ['7', '30', '90'] as const;
const COUNTS = ['tokens', 'newUsers', 'newDocuments', 'jobsCompleted', 'jobsFailed'] as const;

/** How it goes: figures of now, and how they came to be over time. */
@Component({
  selector: 'tg-overview-page',
  imports: [BarChart, Field, FieldControl, ProblemNotice, RouterLink, Table, TranslocoDirective],
  templateUrl: './overview-page.html',
  providers: [UrlQuery, OverviewStore],
})
export class OverviewPage {
  private readonly transloco = inject(TranslocoService);
  protected readonly locale = inject(Locale);
  protected readonly url = inject(UrlQuery);
  protected readonly store = inject(OverviewStore);
  protected readonly spans = SPANS;

  protected readonly days = computed(() => this.url.oneOf('days', SPANS) ?? '30');
  protected readonly series = computed(() => {
    const stats = this.store.stats();
    return stats === null ? [] : seriesOf(stats, this.locale);
  });
  /** The latest first, as one looks for them. */
  protected readonly rows = computed(() => [...(this.store.stats()?.series ?? [])].reverse());
  protected readonly jobs = computed(() =>
    Object.entries(this.store.stats()?.jobs ?? {}).filter(([, count]) => count > 0),
  );
  protected readonly documents = computed(() =>
    Object.values(this.store.stats()?.documents ?? {}).reduce((sum, count) => sum + count, 0),
  );
  protected readonly revenue = computed(() =>
    (this.store.stats()?.revenue ?? []).map(({ currency, net }) => ({ currency, amount: net })),
  );
  protected readonly columns = computed((): Column<StatsDay>[] => {
    const label = (key: string) =>
      this.transloco.translate<string>(`admin.overview.${key}`, {}, this.locale.language());
    return [
      { key: 'day', label: label('day'), text: ({ day }) => this.locale.date(day) },
      ...(['revenue', 'cost'] as const).map((key) => ({
        ...{ key, label: label(`series.${key}`), align: 'end' as const },
        text: (day: StatsDay) => dayTexts(day, this.locale)[key],
      })),
      ...COUNTS.map((key) => ({
        ...{ key, label: label(`series.${key}`), align: 'end' as const },
        text: (day: StatsDay) => this.locale.number(day[key]),
      })),
    ];
  });

  constructor() {
    effect(() => {
      const days = Number(this.days());
      untracked(() => void this.store.load(days));
    });
  }

  protected money(sums: Parameters<typeof moneyText>[1]): string {
    return moneyText(this.locale, sums);
  }
}
