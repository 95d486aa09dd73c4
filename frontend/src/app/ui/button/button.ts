import { booleanAttribute, Directive, ElementRef, inject, input } from '@angular/core';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

/**
 * The look of a button or of a link that acts like one.
 *
 * While busy it keeps the focus (a disabled button would lose it) and swallows further clicks.
 *
 * @example <button tgButton="primary" [busy]="saving()">Save</button>
 */
@Directive({
  selector: 'button[tgButton], a[tgButton]',
  host: {
    class: 'tg-button',
    '[class.tg-button-primary]': 'variant() === "primary"',
    '[class.tg-button-quiet]': 'variant() === "quiet"',
    '[class.tg-button-danger]': 'variant() === "danger"',
    '[class.tg-button-icon]': 'iconOnly',
    '[class.tg-button-busy]': 'busy()',
    '[attr.aria-busy]': 'busy() || null',
    '[attr.aria-disabled]': 'busy() || null',
  },
})
export class Button {
  readonly variant = input<ButtonVariant, ButtonVariant | ''>('secondary', {
    alias: 'tgButton',
    transform: (value) => (value === '' ? 'secondary' : value),
  });
  readonly busy = input(false, { transform: booleanAttribute });
  /** A sign alone; see `ToolButton`. */
  protected readonly iconOnly: boolean = false;

  constructor() {
    // while capturing: listeners of the page's template would otherwise come first
    const button = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    button.addEventListener('click', (event) => this.swallowWhileBusy(event), { capture: true });
  }

  private swallowWhileBusy(event: Event): void {
    if (!this.busy()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
