import { Component, computed, inject, model, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { Button } from '../../../ui/button/button';
import { Dialog } from '../../../ui/dialog/dialog';
import { WordDiff } from '../history/word-diff';
import { ReadingStore } from '../reading.store';
import { mergeTexts } from './merge-texts';

const CHOICES = ['both', 'mine', 'theirs'] as const;
type Choice = (typeof CHOICES)[number];

/** Two texts of one section, and what comes of them: nothing is decided by itself. */
@Component({
  selector: 'tg-merge-dialog',
  imports: [Button, Dialog, TranslocoDirective, WordDiff],
  templateUrl: './merge-dialog.html',
})
export class MergeDialog {
  readonly open = model.required<boolean>();
  /** With the text that is to be the draft. */
  readonly decided = output<string>();

  protected readonly locale = inject(Locale);
  protected readonly store = inject(ReadingStore);
  protected readonly choices = CHOICES;
  protected readonly choice = signal<Choice>('both');

  private readonly merged = computed(() => {
    const mine = this.store.draft()?.content ?? '';
    return mergeTexts(this.store.base(), mine, this.theirs());
  });
  protected readonly theirs = computed(() => this.store.theirs()?.content ?? '');
  protected readonly clashes = computed(() => this.merged().clashes);
  protected readonly result = computed(() => {
    const choice = this.choice();
    if (choice === 'both') return this.merged().text;
    return choice === 'mine' ? (this.store.draft()?.content ?? '') : this.theirs();
  });

  protected decide(): void {
    const text = this.result();
    this.open.set(false);
    this.store.keepMine();
    this.decided.emit(text);
  }
}
