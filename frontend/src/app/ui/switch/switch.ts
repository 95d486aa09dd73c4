import { Component, input, model, ViewEncapsulation } from '@angular/core';
import type { FormCheckboxControl } from '@angular/forms/signals';

let created = 0;

/**
 * Something that is on or off, and one sentence on what that means.
 *
 * @example <tg-switch label="Must be cited" hint="…" [formField]="form.mandatory" />
 */
@Component({
  selector: 'tg-switch',
  template: `
    <label class="tg-switch-label">
      <input
        #box
        class="tg-switch-box"
        type="checkbox"
        role="switch"
        [checked]="checked()"
        [attr.aria-describedby]="hintId"
        (change)="checked.set(box.checked)"
      />
      {{ label() }}
    </label>
    <p class="tg-field-hint" [id]="hintId">{{ hint() }}</p>
  `,
  host: { class: 'tg-switch' },
  styleUrl: './switch.css',
  encapsulation: ViewEncapsulation.None,
})
export class Switch implements FormCheckboxControl {
  readonly checked = model(false);
  readonly label = input.required<string>();
  readonly hint = input.required<string>();

  protected readonly hintId = `tg-switch-${String(++created)}-hint`;
}
