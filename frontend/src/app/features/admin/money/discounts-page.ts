import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, max, min, pattern, required } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { fieldError } from '../../../core/forms/field-error';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { ListView } from '../shared/list-view';
import { Said } from '../shared/said';
import { UrlQuery } from '../shared/url-query';
import { discountColumns } from './discount-columns';
import { discountOf, NEW_DISCOUNT } from './discount-draft';
import { DiscountsStore } from './discounts.store';

/** Discount codes: those that there are, and new ones. */
@Component({
  selector: 'tg-discounts-page',
  imports: [
    Button,
    Field,
    FieldControl,
    FormField,
    FormRoot,
    ListView,
    ProblemNotice,
    Said,
    TranslocoDirective,
  ],
  templateUrl: './discounts-page.html',
  providers: [UrlQuery, DiscountsStore],
})
export class DiscountsPage {
  protected readonly store = inject(DiscountsStore);
  protected readonly columns = discountColumns(inject(Locale));
  protected readonly fieldError = fieldError;
  /** The code made last. */
  protected readonly done = signal<string | null>(null);

  private readonly draft = signal(NEW_DISCOUNT);
  protected readonly form = form(
    this.draft,
    (path) => {
      required(path.code);
      pattern(path.code, /^\s*[A-Za-z0-9-]{3,40}\s*$/, { error: { kind: 'code' } });
      required(path.percent);
      min(path.percent, 1);
      max(path.percent, 100);
      required(path.usesPerUser);
      min(path.usesPerUser, 1);
      max(path.usesPerUser, 1000);
      pattern(path.maxUses, /^\s*([1-9]\d{0,5}|1000000)?\s*$/, { error: { kind: 'parse' } });
    },
    { submission: { action: () => this.create() } },
  );

  private async create(): Promise<undefined> {
    const code = discountOf(this.draft());
    this.done.set(null);
    if (!(await this.store.create(code))) return;
    this.done.set(code.code);
    this.form().reset(NEW_DISCOUNT);
  }
}
