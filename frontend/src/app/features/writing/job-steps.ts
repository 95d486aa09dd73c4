import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { JobStatus } from '../../api/generated/models';
import { Icon } from '../../ui/icon/icon';
import { stepsOf } from './job-progress';

/** The steps of a job: which are done, and where it is. */
@Component({
  selector: 'tg-job-steps',
  imports: [Icon, TranslocoDirective],
  template: `
    <ol
      class="job-steps"
      *transloco="let t; prefix: 'writing'"
      [attr.aria-label]="t('steps.label')"
    >
      @for (step of steps(); track step.name) {
        <li
          [class]="'job-step job-step-' + step.state"
          [attr.aria-current]="step.state === 'now' ? 'step' : null"
        >
          <span class="job-step-mark" aria-hidden="true">
            @if (step.state === 'done') {
              <tg-icon name="check" />
            }
          </span>
          {{ t('steps.' + step.name) }}
          @if (step.name === 'sections' && job().sectionsTotal > 0) {
            <span class="job-step-count">{{
              t('sectionsDone', { done: job().sectionsDone, total: job().sectionsTotal })
            }}</span>
          }
          <span class="visually-hidden">{{ t('stepStates.' + step.state) }}</span>
        </li>
      }
    </ol>
  `,
})
export class JobSteps {
  readonly job = input.required<JobStatus>();

  protected readonly steps = computed(() => stepsOf(this.job()));
}
