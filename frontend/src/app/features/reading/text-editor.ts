import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { FieldControl } from '../../ui/field/field-control';
import { Notice } from '../../ui/notice/notice';
import { ReadingStore } from './reading.store';
import { ABSTRACT } from './stored-texts';

/** The stored Markdown of a section or of the abstract, as plain text. */
@Component({
  selector: 'tg-text-editor',
  imports: [Button, Field, FieldControl, Notice, ProblemNotice, TranslocoDirective],
  templateUrl: './text-editor.html',
  host: { class: 'text-editor' },
})
export class TextEditor {
  readonly title = input.required<string>();
  /** How it is written. */
  readonly hint = input.required<string>();

  protected readonly store = inject(ReadingStore);
  /** The server's words are about the sources, and an abstract has none to cite. */
  protected readonly citesInAbstract = computed(
    () =>
      this.store.draft()?.sectionId === ABSTRACT &&
      this.store.problem()?.code === 'INVALID_CITATION',
  );
  private readonly text = viewChild<ElementRef<HTMLTextAreaElement>>('text');

  constructor() {
    afterNextRender(() => {
      this.text()?.nativeElement.focus();
    });
  }
}
