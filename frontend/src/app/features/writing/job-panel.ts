import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  output,
  untracked,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { JobStatus } from '../../api/generated/models';
import { regainFocus } from '../../core/focus/regain-focus';
import { Locale } from '../../core/i18n/locale';
import type { Problem } from '../../core/problem/problem';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Progress } from '../../ui/progress/progress';
import { JobCostStore } from './cost/job-cost.store';
import type { JobProgress } from './job-messages';
import { JobSteps } from './job-steps';

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
  imports: [Button, JobSteps, Notice, ProblemNotice, Progress, TranslocoDirective],
  templateUrl: './job-panel.html',
  providers: [JobCostStore],
})
export class JobPanel {
  readonly job = input.required<JobStatus>();
  readonly log = input.required<readonly JobProgress[]>();
  /** Titles by id of the sections in work. */
  readonly inWork = input.required<ReadonlyMap<string, string>>();
  readonly polling = input.required<boolean>();
  readonly busy = input.required<'start' | 'cancel' | 'resume' | null>();
  /** The reader has just pressed a button for this job. */
  readonly acted = input(false);
  readonly stop = output();
  readonly goOn = output();

  protected readonly locale = inject(Locale);
  protected readonly cost = inject(JobCostStore);
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
  protected readonly current = computed(() => [...this.inWork().values()].join(', '));
  protected readonly minutesLeft = computed(() => {
    const { etaSeconds } = this.job();
    return etaSeconds === null ? null : Math.max(1, Math.ceil(etaSeconds / 60));
  });
  protected readonly paid = computed(() =>
    (this.cost.paid() ?? [])
      .map(({ amount, currency }) => this.locale.money(amount, currency))
      .join(' + '),
  );
  protected readonly failure = computed((): Problem | null => {
    const { error } = this.job();
    return error === undefined
      ? null
      : { ...error, status: 0, reason: null, fields: [], retryAfter: null };
  });

  private readonly injector = inject(Injector);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  constructor() {
    const status = computed(() => this.job().status);
    effect(() => {
      status();
      // the button that has started, stopped or resumed it is gone now
      regainFocus(this.injector, () => (this.acted() ? this.heading()?.nativeElement : null));
    });
    const documentId = computed(() => this.job().documentId);
    effect(() => {
      const id = documentId();
      untracked(() => void this.cost.load(id));
    });
  }
}
