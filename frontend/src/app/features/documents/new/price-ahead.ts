import { Component, computed, effect, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CreateDocument } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { Pricing } from '../../../core/pricing/pricing';
import { ForecastStore } from './forecast.store';

/** While one types a number. */
const PAUSE_MS = 250;
/** Less than this is not worth counting minutes. */
const SOON_S = 45;

/** What so many pages cost and how long they take, while one still thinks about how many. */
@Component({
  selector: 'tg-price-ahead',
  imports: [TranslocoDirective],
  templateUrl: './price-ahead.html',
  host: { class: 'price-ahead sheet', role: 'status' },
})
export class PriceAhead {
  /** Null while there is no sensible number. */
  readonly pages = input.required<number | null>();
  readonly language = input.required<CreateDocument['language']>();

  protected readonly locale = inject(Locale);
  private readonly pricing = inject(Pricing);
  private readonly store = inject(ForecastStore);
  protected readonly prices = this.pricing.list;
  protected readonly forecast = this.store.forecast;
  protected readonly isSoon = computed(() => (this.forecast()?.seconds ?? 0) < SOON_S);
  protected readonly price = computed(() => {
    const [list, pages] = [this.prices(), this.pages()];
    if (list?.enabled !== true || pages === null) return null;
    return this.locale.money(pages * list.pagePrice, list.currency);
  });
  protected readonly pagePrice = computed(() => {
    const list = this.prices();
    return list === null ? '' : this.locale.money(list.pagePrice, list.currency);
  });

  constructor() {
    void this.pricing.tryToLoad();
    effect((onCleanup) => {
      const [pages, language] = [this.pages(), this.language()];
      if (pages === null) return;
      const timer = setTimeout(() => void this.store.load(pages, language), PAUSE_MS);
      onCleanup(() => {
        clearTimeout(timer);
      });
    });
  }
}
