import { Component, computed, inject, linkedSignal, ViewEncapsulation } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../core/i18n/locale';
import { Pricing } from '../../core/pricing/pricing';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { FieldControl } from '../../ui/field/field-control';
import { Notice } from '../../ui/notice/notice';
import { Progress } from '../../ui/progress/progress';
import { AccountStore } from './account.store';
import { Consents } from './consents';
import { OwnData } from './own-data';
import { Preferences } from './preferences';
import { SessionList } from './session-list';

@Component({
  selector: 'tg-account-page',
  imports: [
    Button,
    Consents,
    Field,
    FieldControl,
    Notice,
    OwnData,
    Preferences,
    ProblemNotice,
    Progress,
    RouterLink,
    SessionList,
    TranslocoDirective,
  ],
  templateUrl: './account-page.html',
  styleUrl: './account.css',
  encapsulation: ViewEncapsulation.None,
  providers: [AccountStore],
})
export class AccountPage {
  protected readonly locale = inject(Locale);
  protected readonly pricing = inject(Pricing);
  protected readonly store = inject(AccountStore);
  protected readonly fullName = linkedSignal(() => this.store.me()?.fullName ?? '');
  protected readonly usedPercent = computed(() => {
    const me = this.store.me();
    return me === null ? 0 : (100 * me.tokensUsedToday) / Math.max(1, me.dailyTokenLimit);
  });

  constructor() {
    void this.store.load();
    void this.pricing.tryToLoad();
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    await this.store.save({ fullName: this.fullName().trim() });
  }
}
