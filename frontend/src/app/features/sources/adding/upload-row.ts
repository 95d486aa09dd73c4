import { Component, computed, ElementRef, inject, input, output, viewChild } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import type { IconName } from '../../../ui/icon/icon-paths';
import { Notice } from '../../../ui/notice/notice';
import { Progress } from '../../../ui/progress/progress';
import { ToolButton } from '../../../ui/tool-button/tool-button';
import { ImportOutcome } from './import-outcome';
import { isRepeatable, isStoppable, isTroubled, type Upload } from './upload';

/** A file on its way, and what came of it. */
@Component({
  selector: 'li[tgUploadRow]',
  imports: [
    Button,
    Icon,
    ImportOutcome,
    Notice,
    ProblemNotice,
    Progress,
    ToolButton,
    TranslocoDirective,
  ],
  templateUrl: './upload-row.html',
  host: { class: 'upload', '[class.upload-fine]': "icon() === 'check'" },
})
export class UploadRow {
  readonly upload = input.required<Upload>();
  readonly again = output();
  readonly stop = output();

  protected readonly locale = inject(Locale);
  private readonly name = viewChild<ElementRef<HTMLElement>>('name');

  protected readonly stoppable = computed(() => isStoppable(this.upload()));
  protected readonly repeatable = computed(() => isRepeatable(this.upload()));
  protected readonly icon = computed((): IconName => {
    const upload = this.upload();
    if (upload.state === 'cancelled') return 'stop';
    if (isTroubled(upload)) return 'warning';
    return upload.state === 'done' ? 'check' : 'file';
  });

  /** The button goes away with what it does; the focus stays at the file. */
  protected act(what: { emit(): void }): void {
    this.name()?.nativeElement.focus();
    what.emit();
  }
}
