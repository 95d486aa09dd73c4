import { Component, input, output, signal, ViewEncapsulation } from '@angular/core';
import { Icon } from '../icon/icon';
import { droppedFiles } from './dropped-files';

const holdsFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false;

/** A dialog is about something else, and what it holds would be covered. */
const isBehindDialog = (): boolean => document.querySelector('dialog[open]') !== null;

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');

/**
 * Takes files that are dropped anywhere on the page, or pasted; a {@link FileDrop} on it comes
 * first. A drop beside it never makes the browser leave the page for the file.
 */
@Component({
  selector: 'tg-drop-screen',
  imports: [Icon],
  template: `
    @if (over()) {
      <div class="tg-drop-screen-card">
        <tg-icon name="upload" />
        <p class="tg-file-drop-label">{{ label() }}</p>
        <p class="tg-file-drop-hint">{{ hint() }}</p>
      </div>
    }
  `,
  // few pages have one, and the first page has none
  styleUrl: './drop-screen.css',
  encapsulation: ViewEncapsulation.None,
  host: {
    class: 'tg-drop-screen',
    '[class.tg-drop-screen-over]': 'over()',
    '(window:dragenter)': 'onDrag($event)',
    '(window:dragover)': 'onDrag($event)',
    '(window:dragleave)': 'onLeave($event)',
    '(window:drop)': 'onDrop($event)',
    '(window:paste)': 'onPaste($event)',
  },
})
export class DropScreen {
  readonly label = input.required<string>();
  readonly hint = input.required<string>();
  readonly files = output<File[]>();

  protected readonly over = signal(false);

  protected onDrag(event: DragEvent): void {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    this.over.set(!isBehindDialog());
  }

  /** Only what leaves the window goes nowhere. */
  protected onLeave({ relatedTarget }: DragEvent): void {
    if (relatedTarget === null) this.over.set(false);
  }

  protected onDrop(event: DragEvent): void {
    this.over.set(false);
    if (event.defaultPrevented || !holdsFiles(event)) return;
    event.preventDefault();
    if (!isBehindDialog()) this.take(event.dataTransfer);
  }

  protected onPaste(event: ClipboardEvent): void {
    const pasted = event.clipboardData?.files.length ?? 0;
    if (pasted === 0 || isText(event.target) || isBehindDialog()) return;
    event.preventDefault();
    this.take(event.clipboardData);
  }

  private take(transfer: DataTransfer | null): void {
    void droppedFiles(transfer).then((files) => {
      if (files.length > 0) this.files.emit(files);
    });
  }
}
