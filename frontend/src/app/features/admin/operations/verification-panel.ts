import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Badge } from '../../../ui/badge/badge';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { Notice } from '../../../ui/notice/notice';
import { VerificationStore } from './verification.store';

const STORAGE_COUNTS = ['files', 'missing', 'wrongSize', 'damaged', 'orphans'] as const;

/** Verifies backups at once, and stored files when somebody asks: reading them takes its time. */
@Component({
  selector: 'tg-verification-panel',
  imports: [Badge, Button, Icon, Notice, ProblemNotice, TranslocoDirective],
  templateUrl: './verification-panel.html',
  providers: [VerificationStore],
  host: { class: 'stack admin-sections' },
})
export class VerificationPanel {
  protected readonly locale = inject(Locale);
  protected readonly store = inject(VerificationStore);
  protected readonly counts = STORAGE_COUNTS;

  constructor() {
    void this.store.verifyBackup();
  }

  /** A moment, or that there was none. */
  protected when(iso: string | null | undefined): string {
    return iso ? this.locale.dateTime(iso) : '—';
  }
}
