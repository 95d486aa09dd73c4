import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../core/i18n/locale';
import { Pricing } from '../../core/pricing/pricing';
import { Session } from '../../core/session/session';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { LandingSpecimen } from './landing-specimen';

@Component({
  selector: 'tg-landing-page',
  imports: [Button, Icon, LandingSpecimen, RouterLink, TranslocoDirective],
  templateUrl: './landing-page.html',
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
  protected readonly steps = ['topic', 'sources', 'outline', 'writing', 'export'] as const;
  protected readonly promises = ['only', 'leads', 'same'] as const;
  protected readonly limits = ['invent', 'detectors', 'author', 'padding'] as const;

  constructor() {
    void this.pricing.tryToLoad();
  }
}
