import { Component, effect, ElementRef, inject, input } from '@angular/core';
import { typeset } from './typeset';

/** A formula in its own setting; until that is loaded, and where it cannot be read, its source. */
@Component({ selector: 'tg-formula', template: '', host: { class: 'tg-formula' } })
export class Formula {
  readonly tex = input.required<string>();
  readonly display = input(false);

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    effect(() => {
      const tex = this.tex();
      const display = this.display();
      const dollars = display ? '$$' : '$';
      this.host.textContent = `${dollars}${tex}${dollars}`;
      const element = this.host.ownerDocument.createElement('span');
      void typeset(tex, display, element).then((done) => {
        if (done && tex === this.tex()) this.host.replaceChildren(...element.childNodes);
      });
    });
  }
}
