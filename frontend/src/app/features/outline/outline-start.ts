import { Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '../../ui/button/button';
import { Empty } from '../../ui/empty/empty';
import { Field } from '../../ui/field/field';
import { FieldControl } from '../../ui/field/field-control';

/** Before there is an outline: what is needed, and what one may ask of it. */
@Component({
  selector: 'tg-outline-start',
  imports: [Button, Empty, Field, FieldControl, RouterLink, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'outline'">
      @if (sourceCount() === 0) {
        <tg-empty [heading]="t('noSourcesHeading')">
          <p>{{ t('noSources') }}</p>
          <a tgButton="primary" routerLink="../sources">{{ t('toSources') }}</a>
        </tg-empty>
      } @else {
        <div class="sheet stack measure">
          <tg-field [label]="t('wishes')" [hint]="t('wishesHint')">
            <textarea
              #wishes
              tgControl
              rows="3"
              maxlength="5000"
              [value]="requirements()"
            ></textarea>
          </tg-field>
          <div class="row">
            <button tgButton="primary" type="button" (click)="generate.emit(wishes.value)">
              {{ t('generate') }}
            </button>
          </div>
        </div>
      }
    </ng-container>
  `,
})
export class OutlineStart {
  /** Null while they are still being counted. */
  readonly sourceCount = input.required<number | null>();
  readonly requirements = input.required<string>();
  readonly generate = output<string>();
}
