import { Component, ElementRef, inject, input } from '@angular/core';
import { Button, type ButtonVariant } from '../button/button';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

/**
 * A button, or a link that acts like one, that is a sign alone. Its name says what it does and to what, for those who do not see
 * the sign; the tip says it shortly to those who do.
 *
 * @example <button tgToolButton icon="trash" label="Remove “Introduction”" tip="Remove"></button>
 */
@Component({
  selector: 'button[tgToolButton], a[tgToolButton]',
  imports: [Icon],
  template: '<tg-icon [name]="icon()" />',
  host: { '[attr.type]': 'type', '[attr.aria-label]': 'label()', '[attr.title]': 'tip()' },
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
  /** A link has none. */
  protected readonly type =
    inject<ElementRef<HTMLElement>>(ElementRef).nativeElement.localName === 'button'
      ? 'button'
      : null;
}
