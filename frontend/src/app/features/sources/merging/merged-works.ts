import { Component, inject, input, signal } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Problem } from '../../../core/problem/problem';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { SourcesStore } from '../sources.store';
import type { Merge } from './merge';

/** Sources that entries were recognised as: what each has learnt, and the way back. */
@Component({
  selector: 'tg-merged-works',
  imports: [Button, ProblemNotice, TranslocoDirective],
  template: `
    <ul class="import-works merged-works" *transloco="let t; prefix: 'sources.merging'">
      @for (merge of merges(); track merge.source.id) {
        <li>
          <p class="merged-work" tabindex="-1" #work>
            <code>{{ merge.source.key }}</code> {{ merge.source.title }}
          </p>
          @if (undone().has(merge.source.id)) {
            <p role="status">{{ t('undone') }}</p>
          } @else {
            <p>
              @if (merge.filled.length > 0) {
                {{ t('filled', { fields: fieldsOf(merge) }) }}
              }
              @if (merge.broughtText) {
                {{ t('text') }}
              } @else if (merge.filled.length === 0) {
                {{ t(merge.undo === null ? 'nothing' : 'unseen') }}
              }
            </p>
            @if (merge.undo !== null) {
              <button
                tgButton="secondary"
                type="button"
                [busy]="store.working().has(merge.source.id)"
                [attr.aria-label]="t('undoNamed', { title: merge.source.title })"
                (click)="takeBack(merge, work)"
              >
                {{ t('undo') }}
              </button>
            }
            @if (problems()[merge.source.id]; as problem) {
              <tg-problem [problem]="problem" />
            }
          }
        </li>
      }
    </ul>
  `,
})
export class MergedWorks {
  readonly merges = input.required<readonly Merge[]>();

  protected readonly store = inject(SourcesStore);
  private readonly transloco = inject(TranslocoService);
  protected readonly undone = signal<ReadonlySet<string>>(new Set());
  protected readonly problems = signal<Readonly<Record<string, Problem>>>({});

  protected fieldsOf({ filled }: Merge): string {
    const name = (field: string) =>
      this.transloco.translate<string>(`sources.merging.field.${field}`);
    return filled.map(name).join(', ');
  }

  /** Takes out again all that the merge brought: facts, text and file. */
  protected async takeBack({ source, undo }: Merge, work: HTMLElement): Promise<void> {
    if (undo === null) return;
    const problem = await this.store.undoMerge(source, undo);
    if (problem !== null) {
      this.problems.update((problems) => ({ ...problems, [source.id]: problem }));
      return;
    }
    // the button goes away with what it did
    work.focus({ preventScroll: true });
    this.undone.update((ids) => new Set([...ids, source.id]));
  }
}
