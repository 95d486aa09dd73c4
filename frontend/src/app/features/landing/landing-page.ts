import { Component, computed, inject, ViewEncapsulation } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../core/i18n/locale';
import { Pricing } from '../../core/pricing/pricing';
import { Session } from '../../core/session/session';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { LandingSpecimen } from './landing-specimen';

const WORKS = [
  { type: 'essay', pages: 6 },
  { type: 'termPaper', pages: 20 },
  { type: 'bachelor', pages: 40 },
  { type: 'master', pages: 70 },
] as const;

@Component({
  selector: 'tg-landing-page',
  imports: [Button, Icon, LandingSpecimen, RouterLink, TranslocoDirective],
  templateUrl: './landing-page.html',
  styleUrl: './landing.css',
  encapsulation: ViewEncapsulation.None,
})
export class LandingPage {
  private readonly pricing = inject(Pricing);
  protected readonly locale = inject(Locale);
  protected readonly session = inject(Session);
  /** Null until it is known; the page is whole without it. */
  protected readonly prices = this.pricing.list;
  protected readonly pagePrice = computed(() => {
    const prices = this.prices();
    return prices === null ? '' : this.locale.money(prices.pagePrice, prices.currency);
  });
  /** What usual works cost, where something is to be paid and such a length is sold. */
  protected readonly examples = computed(() => {
    const prices = this.prices();
    if (prices?.enabled !== true) return null;
    return WORKS.filter(({ pages }) => pages >= prices.minPages && pages <= prices.maxPages).map(
      ({ type, pages }) => ({
        ...{ type, pages },
        price: this.locale.money(pages * prices.pagePrice, prices.currency),
      }),
    );
  });
  protected readonly steps = ['topic', 'sources', 'outline', 'writing', 'export'] as const;
  protected readonly promises = ['only', 'leads', 'same'] as const;
  protected readonly limits = ['invent', 'detectors', 'author', 'padding'] as const;

  constructor() {
    void this.pricing.tryToLoad();
  }
}
