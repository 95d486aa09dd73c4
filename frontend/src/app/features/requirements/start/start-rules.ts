import { Component, computed, inject, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Confirm } from '../../../ui/confirm/confirm';
import { FileDrop } from '../../../ui/file-drop/file-drop';
import { Icon } from '../../../ui/icon/icon';
import { Notice } from '../../../ui/notice/notice';
import { Progress } from '../../../ui/progress/progress';
import { DocumentStore } from '../../workspace/document.store';
import { RulesForm } from '../rules-form';
import { ProfileList } from './profile-list';
import { RulesUploadStore } from './rules-upload.store';

/** Two ways to rules: out of a file, or a profile that somebody has made. */
@Component({
  selector: 'tg-start-rules',
  imports: [
    Confirm,
    FileDrop,
    Icon,
    Notice,
    ProblemNotice,
    ProfileList,
    Progress,
    TranslocoDirective,
  ],
  templateUrl: './start-rules.html',
  providers: [RulesUploadStore],
})
export class StartRules {
  private readonly document = inject(DocumentStore).document;
  private readonly form = inject(RulesForm);
  protected readonly locale = inject(Locale);
  protected readonly store = inject(RulesUploadStore);
  protected readonly accept = '.pdf,.docx,.txt';

  /** Of several files the one that was taken. */
  protected readonly onlyOne = signal<string | null>(null);
  /** Waits for the word that it may replace what there is. */
  protected readonly waiting = signal<File | null>(null);
  protected readonly percent = computed(() => {
    const upload = this.store.upload();
    return upload?.state === 'sending' ? upload.percent : null;
  });

  protected choose(files: readonly File[]): void {
    const [file] = files;
    if (file === undefined || this.store.busy()) return;
    this.onlyOne.set(files.length > 1 ? file.name : null);
    if (this.form.stated() > 0 || this.form.changed()) this.waiting.set(file);
    else this.send(file);
  }

  protected sendWaiting(): void {
    const file = this.waiting();
    if (file !== null) this.send(file);
  }

  private send(file: File): void {
    const id = this.document()?.id;
    if (id !== undefined) void this.store.send(id, file);
  }
}
