import { DestroyRef, DOCUMENT, effect, inject, Injectable, signal } from '@angular/core';

/** Nothing but the text under the pen is shown. */
@Injectable()
export class FocusMode {
  private readonly root = inject(DOCUMENT).documentElement;

  readonly on = signal(false);

  constructor() {
    effect(() => {
      this.root.toggleAttribute('data-focus-mode', this.on());
    });
    inject(DestroyRef).onDestroy(() => {
      this.root.removeAttribute('data-focus-mode');
    });
  }

  toggle(): void {
    this.on.update((on) => !on);
  }
}
