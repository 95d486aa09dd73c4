import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DeadLetter } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import type { ListColumn } from '../shared/list-column';
import { ListView } from '../shared/list-view';
import { UrlQuery } from '../shared/url-query';
import { LettersStore } from './letters.store';

export const letterColumns = (locale: Locale): ListColumn<DeadLetter>[] => [
  { key: 'topic', text: ({ topic }) => topic, sort: 'topic' },
  { key: 'key', text: ({ key }) => key },
  {
    key: 'attempts',
    text: ({ attempts }) => locale.number(attempts),
    value: ({ attempts }) => attempts,
    align: 'end',
    sort: 'attempts',
  },
  { key: 'lastError', text: ({ lastError }) => lastError ?? '—' },
  { key: 'createdAt', value: ({ createdAt }) => createdAt, only: 'file' },
  {
    key: 'deadAt',
    text: ({ deadAt }) => locale.dateTime(deadAt),
    value: ({ deadAt }) => deadAt,
    sort: 'deadAt',
  },
  { key: 'id', text: ({ id }) => id, only: 'file' },
];

/** What could not be delivered, however often it was tried. */
@Component({
  selector: 'tg-letters-page',
  imports: [ListView, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'adminRunning.letters'">
      <div class="admin-head">
        <h1>{{ t('heading') }}</h1>
        <p class="soft">{{ t('text') }}</p>
      </div>
      <tg-list-view scope="adminRunning.letters" [list]="store.list" [columns]="columns" />
    </ng-container>
  `,
  providers: [UrlQuery, LettersStore],
})
export class LettersPage {
  protected readonly store = inject(LettersStore);
  protected readonly columns = letterColumns(inject(Locale));
}
