import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Session } from '../../../core/session/session';
import { Badge } from '../../../ui/badge/badge';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { Notice } from '../../../ui/notice/notice';
import { Said } from '../shared/said';
import { AllowanceForm } from './allowance-form';
import { type UserAct, UserDialog } from './user-dialog';
import { UserSessions } from './user-sessions';
import { UserStore } from './user.store';

/** One account: what there is of it, and what admins may do. */
@Component({
  selector: 'tg-user-page',
  imports: [
    AllowanceForm,
    Badge,
    Button,
    Icon,
    Notice,
    ProblemNotice,
    RouterLink,
    Said,
    TranslocoDirective,
    UserDialog,
    UserSessions,
  ],
  templateUrl: './user-page.html',
  providers: [UserStore],
})
export class UserPage {
  readonly id = input.required<string>();

  private readonly session = inject(Session);
  protected readonly locale = inject(Locale);
  protected readonly store = inject(UserStore);
  protected readonly isSelf = computed(() => this.session.user()?.id === this.id());
  protected readonly acts = computed((): UserAct[] => {
    const user = this.store.user();
    if (user === null) return [];
    return [
      user.blockedAt === null ? 'block' : 'unblock',
      user.role === 'admin' ? 'demote' : 'promote',
      ...(user.sessions > 0 ? (['signOut'] as const) : []),
    ];
  });
  /** What is about to be done. */
  protected readonly asked = signal<UserAct | null>(null);
  protected readonly done = signal<UserAct | 'allowance' | 'session' | null>(null);

  constructor() {
    effect(() => {
      void this.store.load(this.id());
    });
  }

  protected ask(act: UserAct): void {
    this.done.set(null);
    this.store.acting.problem.set(null);
    this.asked.set(act);
  }

  protected async carryOut(reason: string): Promise<void> {
    const act = this.asked();
    if (act === null || !(await this.perform(act, reason))) return;
    this.asked.set(null);
    this.done.set(act);
  }

  private perform(act: UserAct, reason: string): Promise<boolean> {
    switch (act) {
      case 'block':
        return this.store.block(reason);
      case 'unblock':
        return this.store.unblock();
      case 'signOut':
        return this.store.endSessions();
      default:
        return this.store.setRole(act === 'promote' ? 'admin' : 'student');
    }
  }
}
