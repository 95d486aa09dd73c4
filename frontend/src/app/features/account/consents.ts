import { Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Consent } from '../../api/generated/models';
import { Locale } from '../../core/i18n/locale';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Confirm } from '../../ui/confirm/confirm';
import { Notice } from '../../ui/notice/notice';
import { Switch } from '../../ui/switch/switch';
import { ConsentsStore } from './consents.store';

const NAMES: Record<Consent['purpose'], string> = {
  'privacy-notice': 'privacyNotice',
  'job-mails': 'jobMails',
  'profile-sharing': 'profileSharing',
};

/** What the reader was told and agreed to, and how to take it back. */
@Component({
  selector: 'tg-consents',
  imports: [Button, Confirm, Notice, ProblemNotice, RouterLink, Switch, TranslocoDirective],
  templateUrl: './consents.html',
  providers: [ConsentsStore],
})
export class Consents {
  protected readonly locale = inject(Locale);
  protected readonly store = inject(ConsentsStore);
  protected readonly asking = signal(false);
  protected readonly names = NAMES;

  constructor() {
    void this.store.load();
  }

  protected textOf({ text }: Consent): string {
    return text[this.locale.language()] ?? '';
  }

  protected decide(consent: Consent, given: boolean): void {
    void this.store.decide(consent, given, this.locale.language());
  }
}
