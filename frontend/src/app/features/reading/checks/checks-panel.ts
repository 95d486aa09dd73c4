import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { Notice } from '../../../ui/notice/notice';
import { Progress } from '../../../ui/progress/progress';
import { CheckItem } from './check-item';
import { ChecksStore } from './checks.store';

/** What can be found wrong with the text, by question; asked when its author wants to know. */
@Component({
  selector: 'tg-checks-panel',
  imports: [Button, CheckItem, Icon, Notice, ProblemNotice, Progress, TranslocoDirective],
  templateUrl: './checks-panel.html',
  host: { class: 'checks' },
})
export class ChecksPanel {
  protected readonly locale = inject(Locale);
  protected readonly store = inject(ChecksStore);
}
