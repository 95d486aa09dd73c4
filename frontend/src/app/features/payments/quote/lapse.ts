import { effect, type Signal, signal } from '@angular/core';

/** Whether a moment is over, from the moment on. @param until ISO 8601, or null for never */
export function lapse(until: Signal<string | null>): Signal<boolean> {
  const over = signal(false);
  effect((onCleanup) => {
    const moment = until();
    if (moment === null) {
      over.set(false);
      return;
    }
    const left = new Date(moment).getTime() - Date.now();
    over.set(left <= 0);
    if (left <= 0) return;
    const timer = setTimeout(() => {
      over.set(true);
    }, left);
    onCleanup(() => {
      clearTimeout(timer);
    });
  });
  return over;
}
