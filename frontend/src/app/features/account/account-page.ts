import {
  afterRenderEffect,
  Component,
  computed,
  type ElementRef,
  inject,
  linkedSignal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../core/i18n/locale';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { FieldControl } from '../../ui/field/field-control';
import { Notice } from '../../ui/notice/notice';
import { Progress } from '../../ui/progress/progress';
import { AccountStore } from './account.store';
import { OwnData } from './own-data';
import { OwnDataStore } from './own-data.store';
import { SessionList } from './session-list';

@Component({
  selector: 'tg-account-page',
  imports: [
    Button,
    Field,
    FieldControl,
    Notice,
    OwnData,
    ProblemNotice,
    Progress,
    RouterLink,
    SessionList,
    TranslocoDirective,
  ],
  templateUrl: './account-page.html',
  providers: [AccountStore, OwnDataStore],
})
export class AccountPage {
  protected readonly locale = inject(Locale);
  protected readonly store = inject(AccountStore);
  protected readonly ownData = inject(OwnDataStore);
  protected readonly fullName = linkedSignal(() => this.store.me()?.fullName ?? '');
  protected readonly usedPercent = computed(() => {
    const me = this.store.me();
    return me === null ? 0 : (100 * me.tokensUsedToday) / Math.max(1, me.dailyTokenLimit);
  });

  private readonly gone = viewChild<ElementRef<HTMLElement>>('gone');

  constructor() {
    void this.store.load();
    // what had the focus has gone with the account
    afterRenderEffect(() => this.gone()?.nativeElement.focus());
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    await this.store.save({ fullName: this.fullName().trim(), locale: this.locale.language() });
  }
}
