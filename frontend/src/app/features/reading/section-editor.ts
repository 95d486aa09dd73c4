import {
  afterNextRender,
  Component,
  type ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { OutlineSection } from '../../api/generated/models';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { FieldControl } from '../../ui/field/field-control';
import { Notice } from '../../ui/notice/notice';
import { ReadingStore } from './reading.store';

/** The stored Markdown of one section, as plain text. */
@Component({
  selector: 'tg-section-editor',
  imports: [Button, Field, FieldControl, Notice, ProblemNotice, TranslocoDirective],
  templateUrl: './section-editor.html',
  host: { class: 'section-editor' },
})
export class SectionEditor {
  readonly heading = input.required<OutlineSection>();

  protected readonly store = inject(ReadingStore);
  private readonly text = viewChild<ElementRef<HTMLTextAreaElement>>('text');

  constructor() {
    afterNextRender(() => {
      this.text()?.nativeElement.focus();
    });
  }
}
