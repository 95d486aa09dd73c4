import { Component, computed, input } from '@angular/core';

let created = 0;

/**
 * A label, a hint and an error around one control, tied together for assistive technology.
 * The control inside carries {@link FieldControl}.
 *
 * @example <tg-field label="Title"><input tgControl [formField]="form.title" /></tg-field>
 */
@Component({
  selector: 'tg-field',
  template: `
    <label class="tg-field-label" [attr.for]="controlId">
      {{ label() }}
      @if (optionalMark()) {
        <span class="tg-field-optional">{{ optionalMark() }}</span>
      }
    </label>
    @if (hint()) {
      <p class="tg-field-hint" [id]="hintId">{{ hint() }}</p>
    }
    <ng-content />
    @if (error()) {
      <p class="tg-field-error" [id]="errorId">{{ error() }}</p>
    }
  `,
  host: { class: 'tg-field', '[class.tg-field-wrong]': '!!error()' },
})
export class Field {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly error = input<string>();
  /** Shown beside the label of a field that may stay empty, such as "optional". */
  readonly optionalMark = input<string>();

  readonly controlId = `tg-field-${String(++created)}`;
  protected readonly hintId = `${this.controlId}-hint`;
  protected readonly errorId = `${this.controlId}-error`;

  readonly describedBy = computed(() => {
    const ids = [this.hint() && this.hintId, this.error() && this.errorId].filter(Boolean);
    return ids.length > 0 ? ids.join(' ') : null;
  });
}
