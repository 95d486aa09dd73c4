import { Component, input } from '@angular/core';
import { Button, type ButtonVariant } from '../button/button';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

/**
 * A button that is a sign alone. Its name says what it does and to what, for those who do not see
 * the sign; the tip says it shortly to those who do.
 *
 * @example <button tgToolButton icon="trash" label="Remove “Introduction”" tip="Remove"></button>
 */
@Component({
  selector: 'button[tgToolButton]',
  imports: [Icon],
  template: '<tg-icon [name]="icon()" />',
  host: { type: 'button', '[attr.aria-label]': 'label()', '[attr.title]': 'tip()' },
})
export class ToolButton extends Button {
  readonly icon = input.required<IconName>();
  readonly label = input.required<string>();
  readonly tip = input<string>();

  override readonly variant = input<ButtonVariant, ButtonVariant | ''>('quiet', {
    alias: 'tgToolButton',
    transform: (value) => (value === '' ? 'quiet' : value),
  });
  protected override readonly iconOnly = true;
}
