import { Directive, inject } from '@angular/core';
import { Field } from './field';

/** Marks the control of the surrounding {@link Field}. */
@Directive({
  selector: '[tgControl]',
  host: {
    class: 'tg-control',
    '[id]': 'field.controlId',
    '[attr.aria-describedby]': 'field.describedBy()',
    '[attr.aria-invalid]': 'field.error() ? true : null',
  },
})
export class FieldControl {
  protected readonly field = inject(Field);
}
