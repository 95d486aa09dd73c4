import { Component, ElementRef, inject, signal, viewChild } from '@angular/core';
import { form, FormField, FormRoot, max, min, pattern, required } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Institution } from '../../../api/generated/models';
import { fieldError } from '../../../core/forms/field-error';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { Cell } from '../../../ui/table/cell';
import { ListView } from '../shared/list-view';
import { Said } from '../shared/said';
import { UrlQuery } from '../shared/url-query';
import { institutionColumns } from './institution-columns';
import { InstitutionsStore } from './institutions.store';

const EMPTY = { name: '', mailDomain: '', pagesPerMonth: 1000 };
/** As the API wants it. */
const DOMAIN = /^\s*[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+\s*$/;

/** Institutions and how many pages a month each pays for. */
@Component({
  selector: 'tg-institutions-page',
  imports: [
    Button,
    Cell,
    Field,
    FieldControl,
    FormField,
    FormRoot,
    ListView,
    ProblemNotice,
    Said,
    TranslocoDirective,
  ],
  templateUrl: './institutions-page.html',
  providers: [UrlQuery, InstitutionsStore],
})
export class InstitutionsPage {
  protected readonly store = inject(InstitutionsStore);
  protected readonly columns = institutionColumns(inject(Locale));
  protected readonly fieldError = fieldError;
  /** The name of the one set last. */
  protected readonly done = signal<string | null>(null);

  private readonly pages = viewChild<ElementRef<HTMLElement>>('pages');
  private readonly model = signal(EMPTY);
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.name);
      required(path.mailDomain);
      pattern(path.mailDomain, DOMAIN, { error: { kind: 'domain' } });
      required(path.pagesPerMonth);
      min(path.pagesPerMonth, 0);
      max(path.pagesPerMonth, 10_000_000);
    },
    { submission: { action: () => this.save() } },
  );

  protected edit({ name, mailDomain, pagesPerMonth }: Institution): void {
    this.done.set(null);
    this.model.set({ name, mailDomain, pagesPerMonth });
    this.pages()?.nativeElement.focus();
  }

  private async save(): Promise<undefined> {
    const institution = this.model();
    this.done.set(null);
    if (!(await this.store.set(institution))) return;
    this.done.set(institution.name);
    this.form().reset(EMPTY);
  }
}
