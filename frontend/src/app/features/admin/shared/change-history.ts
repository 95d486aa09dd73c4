import { Component, computed, inject, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Session } from '../../../core/session/session';
import { Badge } from '../../../ui/badge/badge';
import { Button } from '../../../ui/button/button';
import { Confirm } from '../../../ui/confirm/confirm';
import { Cell } from '../../../ui/table/cell';
import type { Attempt } from './attempt';
import { type Change, type ChangeWords, historyColumns } from './history-columns';
import { ListView } from './list-view';
import type { PagedList } from './paged-list';

/** Who changed what, and the way back. */
@Component({
  selector: 'tg-change-history',
  imports: [Badge, Button, Cell, Confirm, ListView, ProblemNotice, TranslocoDirective],
  templateUrl: './change-history.html',
  host: { class: 'stack' },
})
export class ChangeHistory<Entry extends Change> {
  readonly scope = input.required<string>();
  readonly list = input.required<PagedList<Entry>>();
  readonly words = input.required<ChangeWords>();
  readonly undoing = input.required<Attempt>();
  /** The id of the change that is to be taken back, after a second word. */
  readonly undo = output<string>();

  private readonly session = inject(Session);
  private readonly locale = inject(Locale);
  protected readonly columns = computed(() => historyColumns<Entry>(this.locale, this.words()));
  protected readonly asked = signal<Entry | null>(null);

  protected changed({ after }: Entry): string[] {
    return this.words().names.filter((name) => name in after);
  }

  protected isSelf(id: string): boolean {
    return id === this.session.user()?.id;
  }

  protected confirm(): void {
    const entry = this.asked();
    if (entry !== null) this.undo.emit(entry.id);
  }
}
