import { Component, computed, effect, inject, signal } from '@angular/core';
import {
  form,
  FormField,
  FormRoot,
  max,
  maxLength,
  min,
  required,
  validate,
} from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { fieldError } from '../../../core/forms/field-error';
import { decimalsOf, toMinorUnits } from '../../../core/i18n/currency';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Confirm } from '../../../ui/confirm/confirm';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { Said } from '../shared/said';
import { draftOf, type PriceDraft, priceListOf } from './price-draft';
import { PricesStore } from './prices.store';

const EMPTY: PriceDraft = {
  ...{ currency: 'EUR', pagePrice: 0, vatPercent: 0, freePages: 0 },
  ...{ minPages: 1, maxPages: 200, quoteMinutes: 60 },
  ...{ sellerName: '', sellerAddress: '', sellerVatId: '' },
};

/** What writing costs, for everything that has not been quoted yet. */
@Component({
  selector: 'tg-prices-page',
  imports: [
    Button,
    Confirm,
    Field,
    FieldControl,
    FormField,
    FormRoot,
    ProblemNotice,
    Said,
    TranslocoDirective,
  ],
  templateUrl: './prices-page.html',
  providers: [PricesStore],
})
export class PricesPage {
  private readonly locale = inject(Locale);
  protected readonly store = inject(PricesStore);
  protected readonly fieldError = fieldError;
  protected readonly asking = signal(false);
  protected readonly saved = signal(false);
  protected readonly currencies = computed(() => {
    const names = new Intl.DisplayNames(this.locale.language(), { type: 'currency' });
    return Intl.supportedValuesOf('currency').map((code) => ({ code, name: names.of(code) }));
  });

  private readonly draft = signal(EMPTY);
  protected readonly form = form(
    this.draft,
    (path) => {
      validate(path.pagePrice, ({ value, valueOf }) => {
        const currency = valueOf(path.currency);
        if (toMinorUnits(value(), currency) !== null) return null;
        return { kind: 'decimals', decimals: decimalsOf(currency) };
      });
      for (const count of [path.freePages, path.minPages, path.maxPages, path.quoteMinutes]) {
        required(count);
      }
      required(path.pagePrice);
      min(path.pagePrice, 0);
      required(path.vatPercent);
      min(path.vatPercent, 0);
      max(path.vatPercent, 50);
      min(path.freePages, 0);
      max(path.freePages, 1000);
      min(path.minPages, 1);
      max(path.minPages, ({ valueOf }) => valueOf(path.maxPages));
      max(path.maxPages, 200);
      min(path.quoteMinutes, 5);
      max(path.quoteMinutes, 10_080);
      required(path.sellerName);
      maxLength(path.sellerName, 200);
      maxLength(path.sellerAddress, 500);
      maxLength(path.sellerVatId, 50);
    },
    { submission: { action: () => this.ask() } },
  );
  /** The price of a page, as it is and as it would be. */
  protected readonly change = computed(() => {
    const now = this.store.prices();
    const next = priceListOf(this.draft());
    if (now === null || next === null) return null;
    return {
      now: this.locale.money(now.pagePrice, now.currency),
      next: this.locale.money(next.pagePrice, next.currency),
    };
  });

  constructor() {
    void this.store.load();
    effect(() => {
      const prices = this.store.prices();
      if (prices !== null) this.form().reset(draftOf(prices));
    });
  }

  protected async save(): Promise<void> {
    const list = priceListOf(this.draft());
    if (list !== null) this.saved.set(await this.store.save(list));
  }

  private ask(): Promise<undefined> {
    this.saved.set(false);
    this.asking.set(true);
    return Promise.resolve(undefined);
  }
}
