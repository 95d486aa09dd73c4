import { Component, computed, inject, model, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Dialog } from '../../../ui/dialog/dialog';
import { FileDrop } from '../../../ui/file-drop/file-drop';
import { FiguresStore } from './figures.store';

/** Puts an image into the text: one of the document's, or a new one with what is said of it. */
@Component({
  selector: 'tg-figure-dialog',
  imports: [Button, Dialog, FileDrop, ProblemNotice, TranslocoDirective],
  templateUrl: './figure-dialog.html',
})
export class FigureDialog {
  readonly open = model.required<boolean>();
  /** With the Markdown of the figure. */
  readonly chosen = output<string>();

  protected readonly store = inject(FiguresStore);
  protected readonly file = signal<File | null>(null);
  protected readonly altText = signal('');
  protected readonly caption = signal('');
  /** It was tried without a description. */
  protected readonly missing = signal(false);
  protected readonly known = computed(() => {
    const shown = this.store.byKey();
    return this.store.all().map((figure) => ({ ...figure, url: shown.get(figure.key)?.url }));
  });

  protected take(files: readonly File[]): void {
    this.file.set(files[0] ?? null);
    this.store.problem.set(null);
  }

  protected async upload(event: Event): Promise<void> {
    event.preventDefault();
    const file = this.file();
    const [altText, caption] = [this.altText().trim(), this.caption().trim()];
    this.missing.set(altText === '');
    if (file === null || altText === '') return;
    const figure = await this.store.add({ file, altText, caption });
    if (figure !== null) this.insert(figure.key, caption);
  }

  protected insert(key: string, caption: string): void {
    this.file.set(null);
    this.altText.set('');
    this.caption.set('');
    this.open.set(false);
    const label = /^[\p{L}\p{N}_.-]+$/u.test(key) ? `{#fig:${key}}` : '';
    this.chosen.emit(`![${caption.replace(/[\\[\]*_`$]/g, '\\$&')}](figure:${key})${label}`);
  }
}
