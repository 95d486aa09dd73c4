import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { SaveFile } from '../../../core/download/save-file';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { Icon } from '../../../ui/icon/icon';
import { Said } from '../shared/said';
import { BooksStore } from './books.store';

/** The first and the last day of the month before this one, in which books are closed. */
function lastMonth(now = new Date()): { from: string; to: string } {
  const day = (date: Date) => date.toISOString().slice(0, 10);
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  return {
    from: day(new Date(Date.UTC(year, month - 1, 1))),
    to: day(new Date(Date.UTC(year, month, 0))),
  };
}

/** The ledger of some days for the bookkeeper. */
@Component({
  selector: 'tg-books-page',
  imports: [Button, Field, FieldControl, Icon, ProblemNotice, Said, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'adminMoney.books'">
      <div class="admin-head">
        <h1>{{ t('heading') }}</h1>
        <p class="soft">{{ t('text') }}</p>
      </div>
      <form class="sheet admin-form" novalidate (submit)="save($event)">
        <div class="admin-form-grid">
          <tg-field [label]="t('from')">
            <input #first tgControl type="date" [value]="from()" (input)="from.set(first.value)" />
          </tg-field>
          <tg-field [label]="t('to')" [error]="wrong() ? t('wrong') : undefined">
            <input #last tgControl type="date" [value]="to()" (input)="to.set(last.value)" />
          </tg-field>
        </div>
        @if (store.attempt.problem(); as problem) {
          <tg-problem [problem]="problem" />
        }
        <div class="row">
          <button tgButton="primary" type="submit" [busy]="store.attempt.busy()">
            <tg-icon name="download" />{{ t('save') }}
          </button>
        </div>
        <tg-said [text]="said() ? t('saved') : null" />
      </form>
    </ng-container>
  `,
  providers: [BooksStore],
})
export class BooksPage {
  private readonly saveFile = inject(SaveFile);
  protected readonly store = inject(BooksStore);
  protected readonly from = signal(lastMonth().from);
  protected readonly to = signal(lastMonth().to);
  protected readonly said = signal(false);
  protected readonly wrong = computed(
    () => this.from() === '' || this.to() === '' || this.from() > this.to(),
  );

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.said.set(false);
    if (this.wrong()) return;
    const { from, to } = { from: this.from(), to: this.to() };
    const text = await this.store.file(from, to);
    if (text === null) return;
    const file = new Blob([text], { type: 'text/csv;charset=utf-8' });
    this.saveFile.run(file, `tesigo-books-${from}-${to}.csv`);
    this.said.set(true);
  }
}
