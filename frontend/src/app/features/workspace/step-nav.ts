import { Component, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../../ui/icon/icon';

export interface WorkspaceStep {
  path: 'sources' | 'outline' | 'writing' | 'text' | 'requirements' | 'export';
  done: boolean;
}

/** The way from the sources to the finished files. Every step stays open: one may go back. */
@Component({
  selector: 'tg-step-nav',
  imports: [Icon, RouterLink, RouterLinkActive, TranslocoDirective],
  template: `
    <nav
      class="step-nav"
      *transloco="let t; prefix: 'workspace.steps'"
      [attr.aria-label]="t('label')"
    >
      <ol>
        @for (step of steps(); track step.path; let index = $index) {
          <li>
            <a
              [routerLink]="['/documents', documentId(), step.path]"
              routerLinkActive="step-nav-here"
              ariaCurrentWhenActive="step"
            >
              <span class="step-nav-mark" [class.step-nav-done]="step.done" aria-hidden="true">
                @if (step.done) {
                  <tg-icon name="check" />
                } @else {
                  {{ index + 1 }}
                }
              </span>
              {{ t(step.path) }}
              @if (step.done) {
                <span class="visually-hidden">{{ t('done') }}</span>
              }
            </a>
          </li>
        }
      </ol>
    </nav>
  `,
})
export class StepNav {
  readonly documentId = input.required<string>();
  readonly steps = input.required<readonly WorkspaceStep[]>();
}
