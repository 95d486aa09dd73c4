import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  output,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Candidate } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { Progress } from '../../../ui/progress/progress';
import { DocumentStore } from '../../workspace/document.store';
import { PROVIDER_NAMES } from '../provider-names';
import { FoundWork } from './found-work';
import { WorkSearchStore } from './work-search.store';

/**
 * What a search found. That nothing was found, that nobody answered and that nobody is asked here
 * are three things, and said as three.
 */
@Component({
  selector: 'tg-found-works-list',
  imports: [Button, FoundWork, Notice, ProblemNotice, Progress, TranslocoDirective],
  templateUrl: './found-works-list.html',
})
export class FoundWorksList {
  private readonly document = inject(DocumentStore).document;
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  protected readonly locale = inject(Locale);
  protected readonly store = inject(WorkSearchStore);

  readonly cleared = output();

  protected readonly unanswered = computed(() =>
    this.store
      .unanswered()
      .map((provider) => PROVIDER_NAMES[provider])
      .join(', '),
  );

  protected clear(): void {
    this.store.clear();
    this.cleared.emit();
  }

  protected again(): void {
    const id = this.document()?.id;
    if (id === undefined) return;
    // the button goes away with what it is about
    this.element.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
    void this.store.find(id, this.store.query());
  }

  /** The button goes away with the adding; the focus stays at the work. */
  protected async add(work: Candidate, index: number): Promise<void> {
    const id = this.document()?.id;
    if (id === undefined) return;
    await this.store.add(id, work);
    if (this.store.taking()[work.doi ?? ''] !== 'added') return;
    const focusTitle = () =>
      this.element
        .querySelectorAll<HTMLElement>('.found-work-title')
        [index]?.focus({ preventScroll: true });
    afterNextRender(focusTitle, { injector: this.injector });
  }
}
