import { afterNextRender, DOCUMENT, type Injector } from '@angular/core';

/**
 * What was pressed may be gone once it has been done, and the focus with it: the keyboard and the
 * screen reader would begin at the top of the page again. They go on at what `find` finds instead.
 */
export function regainFocus(injector: Injector, find: () => HTMLElement | null | undefined): void {
  const page = injector.get(DOCUMENT);
  const regain = () => {
    const focused = page.activeElement;
    if (focused === null || focused === page.body) find()?.focus({ preventScroll: true });
  };
  afterNextRender({ read: regain }, { injector });
}
