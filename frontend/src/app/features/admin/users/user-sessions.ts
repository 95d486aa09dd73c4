import { Component, effect, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Cell } from '../../../ui/table/cell';
import { ListView } from '../shared/list-view';
import { UrlQuery } from '../shared/url-query';
import { sessionColumns } from './session-columns';
import { SessionsStore } from './sessions.store';

/** Where an account is signed in; each can be ended by itself. */
@Component({
  selector: 'tg-user-sessions',
  imports: [Button, Cell, ListView, ProblemNotice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'adminPeople.sessions'">
      <h2>{{ t('heading') }}</h2>
      @if (store.ending.problem(); as problem) {
        <tg-problem [problem]="problem" />
      }
      <tg-list-view scope="adminPeople.sessions" [list]="store.list" [columns]="columns">
        <div *tgCell="'actions' of store.list.rows(); let session" class="tg-table-actions">
          <button tgButton type="button" [busy]="store.ending.busy()" (click)="end(session.id)">
            {{ t('end') }}
            <span class="visually-hidden">{{ session.userAgent }}</span>
          </button>
        </div>
      </tg-list-view>
    </ng-container>
  `,
  providers: [UrlQuery, SessionsStore],
  host: { class: 'stack' },
})
export class UserSessions {
  readonly userId = input.required<string>();
  /** How many there are is different from then on. */
  readonly sessions = input.required<number>();
  readonly signedOut = output();

  protected readonly store = inject(SessionsStore);
  protected readonly columns = sessionColumns(inject(Locale));

  constructor() {
    effect(() => {
      this.store.of.set({ userId: this.userId(), sessions: this.sessions() });
    });
  }

  protected async end(id: string): Promise<void> {
    if (await this.store.end(id)) this.signedOut.emit();
  }
}
