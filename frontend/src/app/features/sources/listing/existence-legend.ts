import { Component } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ExistenceSign } from './existence-sign';
import type { Existence } from './source-filter';

const STATES: readonly Existence[] = ['verified', 'differs', 'not_found', 'unchecked', 'open'];

/** What the signs beside the sources say of them, and what to do then. */
@Component({
  selector: 'tg-existence-legend',
  imports: [ExistenceSign, TranslocoDirective],
  template: `
    <details class="existence-legend" *transloco="let t; prefix: 'sources.legend'">
      <summary>{{ t('summary') }}</summary>
      <dl>
        @for (state of states; track state) {
          <div>
            <dt><tg-existence-sign [existence]="state" /></dt>
            <dd>{{ t(state) }}</dd>
          </div>
        }
      </dl>
    </details>
  `,
})
export class ExistenceLegend {
  protected readonly states = STATES;
}
