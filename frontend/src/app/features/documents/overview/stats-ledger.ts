import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DocumentStats } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { Pricing } from '../../../core/pricing/pricing';

interface Row {
  /** Of `documents.stats`. */
  key: string;
  value: string;
}

/** What all documents come to, set as a table of contents is: with leaders. */
@Component({
  selector: 'tg-stats-ledger',
  imports: [TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'documents.stats'">
      <h2>{{ t('heading') }}</h2>
      <dl class="ledger">
        @for (row of rows(); track $index) {
          <div>
            <dt>{{ t(row.key) }}</dt>
            <dd>{{ row.value }}</dd>
          </div>
        }
      </dl>
      @if (isFree()) {
        <p class="small soft">{{ t('free') }}</p>
      }
    </ng-container>
  `,
  host: { class: 'stats-ledger' },
})
export class StatsLedger {
  readonly stats = input.required<DocumentStats>();

  private readonly locale = inject(Locale);
  private readonly prices = inject(Pricing).list;
  protected readonly isFree = computed(
    () => this.prices()?.enabled === false && this.stats().money.length === 0,
  );
  protected readonly rows = computed(() => [...this.counts(), ...this.tokens(), ...this.money()]);

  private readonly counts = computed((): Row[] => {
    const { documents, words, estimatedPages, sources, citations, exports } = this.stats();
    const counts = { documents: documents.total, written: documents.byStatus.completed };
    return Object.entries({
      ...counts,
      ...{ words, pages: estimatedPages, sources, citations, exports },
    }).map(([key, count]) => ({ key, value: this.locale.number(count) }));
  });

  private readonly tokens = computed((): Row[] => {
    const { today, total } = this.stats().tokens;
    if (total === 0) return [];
    return [
      { key: 'tokensToday', value: this.locale.number(today) },
      { key: 'tokens', value: this.locale.number(total) },
    ];
  });

  private readonly money = computed(() =>
    this.stats().money.flatMap(({ currency, today, total, refunded }): Row[] => {
      const row = (key: string, amount: number) => {
        return { key, value: this.locale.money(amount, currency) };
      };
      const back = refunded > 0 ? [row('refunded', refunded)] : [];
      return [row('paidToday', today), row('paid', total), ...back];
    }),
  );
}
