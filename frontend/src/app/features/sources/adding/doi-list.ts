import { Component, ElementRef, inject, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { fieldMessage, passes, type Problem } from '../../../core/problem/problem';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { Notice } from '../../../ui/notice/notice';
import { Progress } from '../../../ui/progress/progress';
import { DocumentStore } from '../../workspace/document.store';
import { DoiAdditionsStore } from './doi-additions.store';
import { ImportOutcome } from './import-outcome';

/** The DOIs that were pasted, and what came of each. */
@Component({
  selector: 'tg-doi-list',
  imports: [Button, Icon, ImportOutcome, Notice, ProblemNotice, Progress, TranslocoDirective],
  templateUrl: './doi-list.html',
})
export class DoiList {
  private readonly document = inject(DocumentStore).document;
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly store = inject(DoiAdditionsStore);

  readonly cleared = output();

  /** What is said of the DOI itself tells more than that a field is wrong. */
  protected readonly reason = (problem: Problem): Problem => ({
    ...problem,
    detail: fieldMessage(problem, 'doi') ?? problem.detail,
  });

  protected readonly passes = passes;

  protected clear(): void {
    this.store.clear();
    this.cleared.emit();
  }

  /** The button goes away with the problem; the focus stays at the DOI. */
  protected retry(text: string, index: number): void {
    const id = this.document()?.id;
    if (id === undefined) return;
    this.element.querySelectorAll<HTMLElement>('.upload-name')[index]?.focus();
    this.store.again(id, text);
  }
}
