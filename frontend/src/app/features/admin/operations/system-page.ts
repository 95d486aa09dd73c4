import { Component, DestroyRef, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Badge } from '../../../ui/badge/badge';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { Notice } from '../../../ui/notice/notice';
import { poll } from '../../payments/poll';
import { Said } from '../shared/said';
import { SystemStore } from './system.store';
import { VerificationPanel } from './verification-panel';

const BREAKER_TONES = { closed: 'good', 'half-open': 'warn', open: 'bad' } as const;

/** The parts that the product stands on, and how they are. */
@Component({
  selector: 'tg-system-page',
  imports: [
    Badge,
    Button,
    Icon,
    Notice,
    ProblemNotice,
    Said,
    TranslocoDirective,
    VerificationPanel,
  ],
  templateUrl: './system-page.html',
  providers: [SystemStore],
})
export class SystemPage {
  protected readonly locale = inject(Locale);
  protected readonly store = inject(SystemStore);
  protected readonly tones = BREAKER_TONES;

  constructor() {
    void this.store.look();
    inject(DestroyRef).onDestroy(poll(() => this.store.look()));
  }
}
