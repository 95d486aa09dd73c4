import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '../../../ui/button/button';

/** For who has no document yet: a thesis in three steps with the sample, or one of their own. */
@Component({
  selector: 'tg-first-steps',
  imports: [Button, RouterLink, TranslocoDirective],
  template: `
    <section class="first-steps sheet" *transloco="let t; prefix: 'documents.first'">
      <div class="stack">
        <h2>{{ t('heading') }}</h2>
        <p class="lead">{{ t('text') }}</p>
      </div>
      <ol>
        @for (step of [1, 2, 3]; track step) {
          <li>
            <h3>{{ t('step' + step + '.name') }}</h3>
            <p>{{ t('step' + step + '.text') }}</p>
          </li>
        }
      </ol>
      <div class="row">
        <button tgButton="primary" type="button" [busy]="busy()" (click)="sample.emit()">
          {{ t('sample') }}
        </button>
        <a tgButton="secondary" routerLink="/documents/new">{{ t('own') }}</a>
      </div>
    </section>
  `,
})
export class FirstSteps {
  readonly busy = input.required<boolean>();
  readonly sample = output();
}
