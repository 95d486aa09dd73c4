import { Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { UrlQuery } from './url-query';

/** Narrows a list to one of some values, or to none of them. */
@Component({
  selector: 'tg-select-filter',
  imports: [Field, FieldControl, TranslocoDirective],
  template: `
    <tg-field *transloco="let t" [label]="label()">
      <select #choice tgControl (change)="choose(choice.value)">
        <option value="" [selected]="url.get(name()) === undefined">
          {{ t('admin.list.all') }}
        </option>
        @for (value of values(); track value) {
          <option [value]="value" [selected]="url.get(name()) === value">
            {{ t(texts() + '.' + value) }}
          </option>
        }
      </select>
    </tg-field>
  `,
})
export class SelectFilter {
  readonly label = input.required<string>();
  /** Of the parameter in the address. */
  readonly name = input.required<string>();
  readonly values = input.required<readonly string[]>();
  /** Where the texts of the values are. */
  readonly texts = input.required<string>();

  protected readonly url = inject(UrlQuery);

  protected async choose(value: string): Promise<void> {
    await this.url.set({ [this.name()]: value === '' ? null : value });
  }
}
