import { Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Confirm } from '../../ui/confirm/confirm';
import { Notice } from '../../ui/notice/notice';
import { SessionItem } from './session-item';
import { SessionsStore } from './sessions.store';

/** Where the reader is signed in, and how to end that. */
@Component({
  selector: 'tg-session-list',
  imports: [Button, Confirm, Notice, ProblemNotice, SessionItem, TranslocoDirective],
  templateUrl: './session-list.html',
  providers: [SessionsStore],
})
export class SessionList {
  protected readonly store = inject(SessionsStore);
  protected readonly asking = signal(false);
  protected readonly hasOthers = computed(() => (this.store.page()?.total ?? 0) > 1);

  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  constructor() {
    void this.store.load();
  }

  protected async end(sessionId: string): Promise<void> {
    if (await this.store.end(sessionId)) this.focusHeading();
  }

  protected async endOthers(): Promise<void> {
    if (await this.store.endOthers()) this.focusHeading();
  }

  /** The button that was pressed goes away, and must not take the focus along. */
  private focusHeading(): void {
    this.heading()?.nativeElement.focus({ preventScroll: true });
  }
}
