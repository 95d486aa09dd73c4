import {
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
  untracked,
  ViewEncapsulation,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Section } from '../../../api/generated/models';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Confirm } from '../../../ui/confirm/confirm';
import { Dialog } from '../../../ui/dialog/dialog';
import { Icon } from '../../../ui/icon/icon';
import { HistoryStore } from './history.store';
import { VersionList } from './version-list';
import { WordDiff } from './word-diff';

/** A text that a section had, for the section as it is now. */
export interface EarlierText {
  section: Section;
  content: string;
}

/** The texts that a section had: what has changed since each, and the way back to it. */
@Component({
  selector: 'tg-history-dialog',
  imports: [
    Button,
    Confirm,
    Dialog,
    Icon,
    ProblemNotice,
    TranslocoDirective,
    VersionList,
    WordDiff,
  ],
  templateUrl: './history-dialog.html',
  styleUrl: './history.css',
  encapsulation: ViewEncapsulation.None,
  providers: [HistoryStore],
  host: { class: 'history' },
})
export class HistoryDialog {
  /** Null while it is closed. */
  readonly sectionId = input.required<string | null>();
  readonly closed = output();
  readonly restored = output();
  /** An earlier text is to be mended before it is stored. */
  readonly edit = output<EarlierText>();

  protected readonly store = inject(HistoryStore);
  protected readonly asking = signal(false);

  /** The earlier text differs from the one that is there now. */
  protected readonly differs = computed(() => {
    const chosen = this.store.chosen();
    return chosen !== null && chosen.content !== this.store.section()?.content;
  });

  constructor() {
    effect(() => {
      const id = this.sectionId();
      if (id !== null) untracked(() => void this.store.open(id));
    });
  }

  protected async restore(): Promise<void> {
    if (!(await this.store.restore())) return;
    this.restored.emit();
    this.closed.emit();
  }

  protected takeToEditor(): void {
    const section = this.store.section();
    const content = this.store.chosen()?.content;
    if (section !== null && content !== undefined) this.edit.emit({ section, content });
  }
}
