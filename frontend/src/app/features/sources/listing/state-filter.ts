import { Component, inject, input, model } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { SOURCE_STATES, type SourceState } from './source-filter';

/** Chooses the state of the sources to show; each says how many there are. */
@Component({
  selector: 'tg-state-filter',
  imports: [TranslocoDirective],
  template: `
    <fieldset class="state-filter" *transloco="let t; prefix: 'sources'">
      <legend class="visually-hidden">{{ t('show') }}</legend>
      @for (one of states; track one) {
        <label class="state-filter-option">
          <input
            type="radio"
            name="sourceState"
            [value]="one"
            [checked]="one === state()"
            (change)="state.set(one)"
          />
          {{ t('states.' + one) }} <b>{{ locale.number(counts()[one]) }}</b>
        </label>
      }
    </fieldset>
  `,
})
export class StateFilter {
  readonly state = model.required<SourceState>();
  readonly counts = input.required<Record<SourceState, number>>();

  protected readonly locale = inject(Locale);
  protected readonly states = SOURCE_STATES;
}
