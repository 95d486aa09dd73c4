import { Component, computed, inject, input, ViewEncapsulation } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { toPieces, wordChanges, wordsIn } from './word-changes';

/** The differences of two texts, word by word. Each is marked by a sign, and read out by a word. */
@Component({
  selector: 'tg-word-diff',
  imports: [TranslocoDirective],
  templateUrl: './word-diff.html',
  styleUrl: './word-diff.css',
  encapsulation: ViewEncapsulation.None,
  host: { class: 'word-diff' },
})
export class WordDiff {
  readonly before = input.required<string>();
  readonly after = input.required<string>();
  /** Where its words are from: what was then and is now, or what is saved and would be. */
  readonly scope = input<'history' | 'merge'>('history');

  protected readonly locale = inject(Locale);
  protected readonly changes = computed(() => wordChanges(this.before(), this.after()));
  protected readonly pieces = computed(() => toPieces(this.changes()));
  protected readonly removed = computed(() => wordsIn(this.changes(), 'removed'));
  protected readonly added = computed(() => wordsIn(this.changes(), 'added'));
}
