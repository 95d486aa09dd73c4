import { Component, computed, contentChildren, inject, input } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { SaveFile } from '../../../core/download/save-file';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Empty } from '../../../ui/empty/empty';
import { Icon } from '../../../ui/icon/icon';
import { Pager } from '../../../ui/pager/pager';
import { Cell } from '../../../ui/table/cell';
import { Table } from '../../../ui/table/table';
import { fileOf, type ListColumn } from './list-column';
import { MOST_EXPORTED, type PagedList } from './paged-list';
import { UrlQuery } from './url-query';

/** A list of the administration: how many, the rows, its pages, and all of it as a file. */
@Component({
  selector: 'tg-list-view',
  imports: [Button, Empty, Icon, Pager, ProblemNotice, Table, TranslocoDirective],
  templateUrl: './list-view.html',
  host: { class: 'stack' },
})
export class ListView<Row extends object> {
  readonly list = input.required<PagedList<Row>>();
  readonly columns = input.required<readonly ListColumn<Row>[]>();
  /** Where its texts are; the name of its file ends like it. */
  readonly scope = input.required<string>();

  private readonly saveFile = inject(SaveFile);
  private readonly transloco = inject(TranslocoService);
  protected readonly locale = inject(Locale);
  protected readonly url = inject(UrlQuery);
  protected readonly cells = contentChildren<Cell<Row>>(Cell);
  protected readonly most = MOST_EXPORTED;

  private readonly labelled = computed(() => {
    const language = this.locale.language();
    const label = (key: string) =>
      this.transloco.translate<string>(`${this.scope()}.columns.${key}`, {}, language);
    return this.columns().map((column) => ({ ...column, label: label(column.key) }));
  });
  protected readonly shown = computed(() => this.labelled().filter(({ only }) => only !== 'file'));

  protected async save(): Promise<void> {
    const text = await this.list().file((rows) => fileOf(rows, this.labelled()));
    if (text === null) return;
    const file = new Blob([text], { type: 'text/csv;charset=utf-8' });
    const day = new Date().toISOString().slice(0, 10);
    this.saveFile.run(file, `tesigo-${nameOf(this.scope())}-${day}.csv`);
  }
}

/** `users` of `adminPeople.users`. */
const nameOf = (scope: string): string => scope.slice(scope.indexOf('.') + 1);
