import { Component, inject, input } from '@angular/core';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { UrlQuery } from './url-query';

/** Narrows a list by a day, in UTC. */
@Component({
  selector: 'tg-day-filter',
  imports: [Field, FieldControl],
  template: `
    <tg-field [label]="label()">
      <input
        #day
        tgControl
        type="date"
        [value]="url.get(name()) ?? ''"
        (change)="choose(day.value)"
      />
    </tg-field>
  `,
})
export class DayFilter {
  readonly label = input.required<string>();
  /** Of the parameter in the address. */
  readonly name = input.required<string>();

  protected readonly url = inject(UrlQuery);

  protected async choose(day: string): Promise<void> {
    await this.url.set({ [this.name()]: day === '' ? null : day });
  }
}
