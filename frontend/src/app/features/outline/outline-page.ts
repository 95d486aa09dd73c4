import { type CdkDragDrop, CdkDrag, CdkDropList } from '@angular/cdk/drag-drop';
import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  inject,
  Injector,
  signal,
  ViewEncapsulation,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { regainFocus } from '../../core/focus/regain-focus';
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
import {
  addAfter,
  addAppendix,
  addBelow,
  canMove,
  change,
  move,
  remove,
  type Sections,
} from './outline-edits';
import { OutlineItem } from './outline-item';
import type { OutlineItemEdit } from './outline-item-edit';
import { blockWords, canIndent, canOutdent, dropAt, indent, outdent } from './outline-places';
import { OutlineStart } from './outline-start';
import { OutlineStore } from './outline.store';

@Component({
  selector: 'tg-outline-page',
  imports: [
    Button,
    CdkDrag,
    CdkDropList,
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
  private readonly injector = inject(Injector);
  private readonly page = inject(DOCUMENT);
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
      words: blockWords(sections, section.id),
      moves: {
        up: canMove(sections, section.id, 'up'),
        down: canMove(sections, section.id, 'down'),
        indent: canIndent(sections, section.id),
        outdent: canOutdent(sections, section.id),
      },
    }));
  });
  protected readonly longest = computed(() =>
    Math.max(0, ...this.items().map(({ words }) => words)),
  );
  /** Said to those who do not see where a section has gone. */
  protected readonly moved = signal<{ title: string; number: string } | null>(null);

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
    const focused = this.page.activeElement;
    const before = this.store.sections();
    this.store.edit((sections) => this.edit(sections, id, edit));
    if (edit.kind === 'move' || edit.kind === 'indent' || edit.kind === 'outdent') {
      this.sayWhere(id);
      this.keepFocus(focused);
    } else if (edit.kind !== 'change') {
      this.goOnAt(before);
    }
  }

  protected addAppendix(): void {
    const before = this.store.sections();
    const title = this.transloco.translate<string>('outline.newAppendix');
    this.store.edit((sections) => addAppendix(sections, title));
    this.goOnAt(before);
  }

  protected async generate(requirements: string): Promise<void> {
    await this.store.generate(requirements);
    regainFocus(this.injector, () => this.titles()[0]);
  }

  protected drop({ item, currentIndex }: CdkDragDrop<unknown, unknown, string>): void {
    this.store.edit((sections) => dropAt(sections, item.data, currentIndex));
    this.sayWhere(item.data);
  }

  private edit(sections: Sections, id: string, edit: OutlineItemEdit): Sections {
    const title = this.transloco.translate<string>('outline.newTitle');
    switch (edit.kind) {
      case 'change':
        return change(sections, id, edit.change);
      case 'move':
        return move(sections, id, edit.direction);
      case 'indent':
        return indent(sections, id);
      case 'outdent':
        return outdent(sections, id);
      case 'remove':
        return remove(sections, id);
      case 'addAfter':
        return addAfter(sections, id, title);
      case 'addBelow':
        return addBelow(sections, id, title);
    }
  }

  private sayWhere(id: string): void {
    this.moved.set(this.store.sections().find((section) => section.id === id) ?? null);
  }

  /** Where a row was added, or after the one that was removed. */
  private goOnAt(before: Sections): void {
    const known = new Set(before.map(({ id }) => id));
    const now = this.store.sections();
    const added = now.findIndex(({ id }) => !known.has(id));
    const left = new Set(now.map(({ id }) => id));
    const removed = before.findIndex(({ id }) => !left.has(id));
    const row = added === -1 ? Math.min(removed, now.length - 1) : added;
    afterNextRender(() => this.titles()[row]?.focus(), { injector: this.injector });
  }

  private titles(): NodeListOf<HTMLElement> {
    return this.page.querySelectorAll('tg-outline-page .outline-title');
  }

  /** A row that moves in the page loses the focus; who moves it wants to go on. */
  private keepFocus(element: Element | null): void {
    afterNextRender(
      () => {
        if (element instanceof HTMLElement && element.isConnected) element.focus();
      },
      { injector: this.injector },
    );
  }
}
