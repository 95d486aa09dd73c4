import { DestroyRef, DOCUMENT, inject, Injectable, signal } from '@angular/core';
import type { Section } from '../../api/generated/models';

/** So many words are set at once: more than a screen shows. */
const AT_ONCE = 1500;

/** In milliseconds; whoever opens a text first looks where to go on, and may not have to wait then. */
const REST_AFTER_OPENING = 1000;

/** Sets a long text section by section, while nobody waits for anything else. */
@Injectable()
export class Pace {
  private readonly view = inject(DOCUMENT).defaultView;
  private readonly count = signal(0);
  private total = 0;
  private gone = false;
  private running = false;

  constructor() {
    inject(DestroyRef).onDestroy(() => (this.gone = true));
  }

  isShown(index: number): boolean {
    return index < this.count();
  }

  all(): void {
    this.count.set(Math.max(this.total, this.count()));
  }

  /** To be called for every change of the document. */
  begin(sections: readonly Section[]): void {
    const isFirst = this.total === 0;
    this.total = sections.length;
    if (!isFirst) {
      if (this.count() < this.total) this.goOn();
      return;
    }
    let words = 0;
    const most = sections.findIndex(({ wordCount }) => (words += wordCount) > AT_ONCE);
    this.count.set(most === -1 ? this.total : most + 1);
    this.running = true;
    setTimeout(() => {
      this.running = false;
      this.goOn();
    }, REST_AFTER_OPENING);
  }

  private goOn(): void {
    const { view } = this;
    if (view === null || this.gone || this.running || this.count() >= this.total) return;
    this.running = true;
    const next = () => {
      this.running = false;
      if (this.gone) return;
      this.count.update((count) => count + 1);
      this.goOn();
    };
    // some browsers know no idle time
    if ('requestIdleCallback' in view) view.requestIdleCallback(next, { timeout: 2000 });
    else setTimeout(next, 50);
  }
}
