import { Component, input, output, signal, ViewEncapsulation } from '@angular/core';
import { Icon } from '../icon/icon';
import { droppedFiles } from './dropped-files';

/** Takes files by dropping or by choosing; the native input keeps it usable by keyboard. */
@Component({
  selector: 'tg-file-drop',
  imports: [Icon],
  template: `
    <label class="tg-file-drop-area">
      <tg-icon name="upload" />
      <span class="tg-file-drop-label">{{ label() }}</span>
      <span class="tg-file-drop-hint">{{ hint() }}</span>
      <input
        class="tg-file-drop-input"
        type="file"
        multiple
        [accept]="accept()"
        (change)="onChosen($event)"
      />
    </label>
  `,
  host: {
    class: 'tg-file-drop',
    '[class.tg-file-drop-over]': 'over()',
    '(dragover)': 'onDragOver($event)',
    '(dragleave)': 'over.set(false)',
    '(drop)': 'onDrop($event)',
  },
  styleUrl: './file-drop.css',
  encapsulation: ViewEncapsulation.None,
})
export class FileDrop {
  readonly label = input.required<string>();
  readonly hint = input.required<string>();
  /** As in the `accept` attribute: it guides the file dialog and proves nothing. */
  readonly accept = input('');
  readonly files = output<File[]>();

  protected readonly over = signal(false);

  protected onDragOver(event: DragEvent): void {
    event.preventDefault();
    this.over.set(true);
  }

  protected onDrop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    void droppedFiles(event.dataTransfer).then((files) => {
      this.emit(files);
    });
  }

  protected onChosen(event: Event): void {
    if (!(event.target instanceof HTMLInputElement)) return;
    this.emit([...(event.target.files ?? [])]);
    // so that the same file can be chosen again after it was mended
    event.target.value = '';
  }

  private emit(files: File[]): void {
    if (files.length > 0) this.files.emit(files);
  }
}
