import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AdminUser } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { Session } from '../../../core/session/session';
import { Badge } from '../../../ui/badge/badge';
import { Button } from '../../../ui/button/button';
import { Cell } from '../../../ui/table/cell';
import { ListView } from '../shared/list-view';
import { Said } from '../shared/said';
import { SearchFilter } from '../shared/search-filter';
import { UrlQuery } from '../shared/url-query';
import { userColumns } from './user-columns';
import { type UserAct, UserDialog } from './user-dialog';
import { UsersStore } from './users.store';

/** The accounts: found, blocked, and made admins. */
@Component({
  selector: 'tg-users-page',
  imports: [
    Badge,
    Button,
    Cell,
    ListView,
    RouterLink,
    Said,
    SearchFilter,
    TranslocoDirective,
    UserDialog,
  ],
  templateUrl: './users-page.html',
  providers: [UrlQuery, UsersStore],
})
export class UsersPage {
  protected readonly session = inject(Session);
  protected readonly store = inject(UsersStore);
  protected readonly columns = userColumns(inject(Locale));
  /** What is about to be done, and to whom. */
  protected readonly asked = signal<{ act: UserAct; user: AdminUser } | null>(null);
  protected readonly done = signal<{ act: UserAct; user: AdminUser } | null>(null);

  protected said(t: (key: string, params: object) => string): string | null {
    const done = this.done();
    return done && t(`users.done.${done.act}`, { email: done.user.email });
  }

  protected ask(act: UserAct, user: AdminUser): void {
    this.done.set(null);
    this.store.attempt.problem.set(null);
    this.asked.set({ act, user });
  }

  protected async carryOut(reason: string): Promise<void> {
    const asked = this.asked();
    if (asked === null) return;
    if (!(await this.perform(asked.act, asked.user.id, reason))) return;
    this.done.set(asked);
    this.asked.set(null);
  }

  private perform(act: UserAct, id: string, reason: string): Promise<boolean> {
    if (act === 'block') return this.store.block(id, reason);
    if (act === 'unblock') return this.store.unblock(id);
    return this.store.setRole(id, act === 'promote' ? 'admin' : 'student');
  }
}
