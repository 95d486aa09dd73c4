import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  Component,
  DestroyRef,
  ElementRef,
  inject,
  Injector,
  output,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { SourcesStore } from '../sources.store';
import { JoinsStore, type ShownJoin } from './joins.store';

/** Sources that have become one with others, what became of the text, and the way back. */
@Component({
  selector: 'tg-joined-works',
  imports: [Button, NgTemplateOutlet, Notice, ProblemNotice, TranslocoDirective],
  templateUrl: './joined-works.html',
})
export class JoinedWorks {
  /** What had the focus is no longer there. */
  readonly away = output();

  protected readonly locale = inject(Locale);
  protected readonly store = inject(JoinsStore);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    const documentId = inject(SourcesStore).documentId();
    if (documentId !== null) void this.store.load(documentId);
    inject(DestroyRef).onDestroy(() => {
      this.store.putUndoneAway();
    });
  }

  focusNewest(): void {
    this.element.querySelector<HTMLElement>('.joined-work')?.focus();
  }

  protected async takeApart(join: ShownJoin): Promise<void> {
    if ((await this.store.takeApart(join)) !== null) return;
    // the button goes away with what it did
    if (!this.element.contains(document.activeElement)) return;
    const tell = () => document.getElementById(`joined-${join.gone.id}`)?.focus();
    afterNextRender(tell, { injector: this.injector });
  }
}
