import type { Highlightable } from '@angular/cdk/a11y';
import { Directive, ElementRef, inject, input, output, signal } from '@angular/core';
import type { Source } from '../../../../api/generated/models';

/** One source of the list, as the CDK's key manager moves over it while the focus stays put. */
@Directive({
  selector: '[tgSourceOption]',
  host: {
    role: 'option',
    '[id]': 'id()',
    '[attr.aria-selected]': 'active()',
    '[class.source-option-active]': 'active()',
    // the focus stays in the field
    '(mousedown)': '$event.preventDefault()',
    '(click)': 'picked.emit(source())',
  },
})
export class SourceOption implements Highlightable {
  readonly source = input.required<Source>({ alias: 'tgSourceOption' });
  readonly id = input.required<string>();
  readonly picked = output<Source>();
  readonly active = signal(false);

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  setActiveStyles(): void {
    this.active.set(true);
    // some environments have no layout
    this.element.scrollIntoView?.({ block: 'nearest' });
  }

  setInactiveStyles(): void {
    this.active.set(false);
  }
}
