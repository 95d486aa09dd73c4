import { Component, computed, inject, signal, ViewEncapsulation } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Locale } from '../../core/i18n/locale';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Confirm } from '../../ui/confirm/confirm';
import { Icon } from '../../ui/icon/icon';
import { Progress } from '../../ui/progress/progress';
import { SourcesStore } from '../sources/sources.store';
import { DocumentStore } from '../workspace/document.store';
import type { HoldsChanges } from '../workspace/unsaved.guard';
import { OfflineWriterNotice } from '../workspace/offline-writer-notice';
import { OutlineBudget } from './outline-budget';
import { addAfter, addBelow, canMove, change, move, remove } from './outline-edits';
import { OutlineItem, type OutlineItemEdit } from './outline-item';
import { OutlineStart } from './outline-start';
import { OutlineStore } from './outline.store';

@Component({
  selector: 'tg-outline-page',
  imports: [
    Button,
    Confirm,
    Icon,
    OfflineWriterNotice,
    OutlineBudget,
    OutlineItem,
    OutlineStart,
    ProblemNotice,
    Progress,
    RouterLink,
    TranslocoDirective,
  ],
  templateUrl: './outline-page.html',
  styleUrl: './outline.css',
  encapsulation: ViewEncapsulation.None,
  providers: [OutlineStore],
  host: { '(window:beforeunload)': 'onUnload($event)' },
})
export class OutlinePage implements HoldsChanges {
  private readonly transloco = inject(TranslocoService);
  protected readonly locale = inject(Locale);
  protected readonly store = inject(OutlineStore);
  private readonly documents = inject(DocumentStore);
  protected readonly document = this.documents.document;
  protected readonly sources = inject(SourcesStore);
  protected readonly askAgain = signal(false);
  protected readonly items = computed(() => {
    const sections = this.store.sections();
    return sections.map((section) => ({
      section,
      canMoveUp: canMove(sections, section.id, 'up'),
      canMoveDown: canMove(sections, section.id, 'down'),
    }));
  });

  hasUnsavedChanges(): boolean {
    return this.store.changed();
  }

  /** Somebody else changed the outline: theirs is shown, and the edit is made again on it. */
  protected async reload(): Promise<void> {
    await this.documents.reload();
    this.store.discard();
  }

  protected onUnload(event: Event): void {
    if (this.hasUnsavedChanges()) event.preventDefault();
  }

  protected apply(id: string, edit: OutlineItemEdit): void {
    const title = this.transloco.translate<string>('outline.newTitle');
    this.store.edit((sections) => {
      switch (edit.kind) {
        case 'change':
          return change(sections, id, edit.change);
        case 'move':
          return move(sections, id, edit.direction);
        case 'remove':
          return remove(sections, id);
        case 'addAfter':
          return addAfter(sections, id, title);
        case 'addBelow':
          return addBelow(sections, id, title);
      }
    });
  }
}
