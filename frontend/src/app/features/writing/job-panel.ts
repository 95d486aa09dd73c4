import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { JobStatus } from '../../api/generated/models';
import { Locale } from '../../core/i18n/locale';
import type { Problem } from '../../core/problem/problem';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Progress } from '../../ui/progress/progress';
import type { JobProgress } from './job-messages';

/** Messages worth a line; the others only move the bar. */
const TOLD: readonly JobProgress['message'][] = [
  'outlineReady',
  'sectionWritten',
  'sectionKept',
  'sectionWithoutSources',
  'abstractWritten',
  'abstractKept',
  'handedOver',
  'resumed',
];
const LINES = 5;

/** How the writing gets on. */
@Component({
  selector: 'tg-job-panel',
  imports: [Button, Notice, ProblemNotice, Progress, TranslocoDirective],
  templateUrl: './job-panel.html',
})
export class JobPanel {
  readonly job = input.required<JobStatus>();
  readonly log = input.required<readonly JobProgress[]>();
  readonly current = input.required<string | undefined>();
  readonly polling = input.required<boolean>();
  readonly busy = input.required<'start' | 'cancel' | 'resume' | null>();
  readonly stop = output();
  readonly goOn = output();

  protected readonly locale = inject(Locale);
  protected readonly active = computed(() => ['queued', 'running'].includes(this.job().status));
  protected readonly resumable = computed(() =>
    ['paused', 'failed', 'cancelled'].includes(this.job().status),
  );
  protected readonly lines = computed(() =>
    this.log()
      .filter(({ message }) => TOLD.includes(message))
      .slice(-LINES)
      .reverse(),
  );
  protected readonly minutesLeft = computed(() => {
    const { etaSeconds } = this.job();
    return etaSeconds === null ? null : Math.max(1, Math.ceil(etaSeconds / 60));
  });
  protected readonly failure = computed((): Problem | null => {
    const { error } = this.job();
    return error === undefined ? null : { ...error, status: 0, fields: [], retryAfter: null };
  });
}
