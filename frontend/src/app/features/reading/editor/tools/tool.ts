import { Component, computed, input } from '@angular/core';
import { TOOL_ICONS, type ToolIconName } from './tool-icons';

/**
 * One tool of the editor: a sign, a name, and for what can be on whether it is.
 *
 * @example <button tgTool icon="strong" label="Bold" [on]="true"></button>
 */
@Component({
  selector: 'button[tgTool]',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path [attr.d]="path()" />
  </svg>`,
  host: {
    type: 'button',
    class: 'room-tool',
    '[attr.aria-label]': 'label()',
    '[attr.title]': 'label()',
    '[attr.aria-pressed]': 'on()',
    // the selection of the text stays where it is
    '(mousedown)': '$event.preventDefault()',
  },
})
export class Tool {
  readonly icon = input.required<ToolIconName>();
  readonly label = input.required<string>();
  /** Null for what is done once. */
  readonly on = input<boolean | null>(null);

  protected readonly path = computed(() => TOOL_ICONS[this.icon()]);
}
