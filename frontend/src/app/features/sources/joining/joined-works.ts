import { Component, DestroyRef, ElementRef, inject, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { type Join, JoinsStore } from './joins.store';

/** Sources that have become one here, what became of the text, and the way back. */
@Component({
  selector: 'tg-joined-works',
  imports: [Button, Notice, ProblemNotice, TranslocoDirective],
  templateUrl: './joined-works.html',
})
export class JoinedWorks {
  /** What had the focus is no longer there. */
  readonly away = output();

  protected readonly locale = inject(Locale);
  protected readonly store = inject(JoinsStore);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.store.putUndoneAway();
    });
  }

  focusNewest(): void {
    this.element.querySelector<HTMLElement>('.joined-work')?.focus();
  }

  protected async takeApart(join: Join, work: HTMLElement): Promise<void> {
    const problem = await this.store.takeApart(join);
    // the button goes away with what it did
    if (problem === null && this.element.contains(document.activeElement)) {
      work.focus({ preventScroll: true });
    }
  }
}
