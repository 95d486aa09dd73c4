import {
  Component,
  effect,
  type ElementRef,
  input,
  model,
  viewChild,
  ViewEncapsulation,
} from '@angular/core';
import { ToolButton } from '../tool-button/tool-button';

let created = 0;

/**
 * A window over the page for a piece of work of its own. The native dialog traps the focus, gives
 * it back at the end, and closes by Escape; what is in it scrolls.
 *
 * @example <tg-dialog [(open)]="editing" heading="Edit" closeLabel="Close">…</tg-dialog>
 */
@Component({
  selector: 'tg-dialog',
  imports: [ToolButton],
  template: `
    <dialog
      #dialog
      class="tg-dialog"
      [attr.aria-labelledby]="headingId"
      (cancel)="onCancel($event)"
      (close)="open.set(false)"
    >
      <header class="tg-dialog-head">
        <h2 [id]="headingId">{{ heading() }}</h2>
        <button tgToolButton icon="close" [label]="closeLabel()" (click)="onCross()"></button>
      </header>
      <div class="tg-dialog-body"><ng-content /></div>
    </dialog>
  `,
  styleUrl: './dialog.css',
  encapsulation: ViewEncapsulation.None,
})
export class Dialog {
  readonly open = model(false);
  readonly heading = input.required<string>();
  readonly closeLabel = input.required<string>();

  /** Asked before it closes by Escape or by its cross. */
  readonly mayClose = input<() => boolean>(() => true);

  protected readonly headingId = `tg-dialog-${String(++created)}`;
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    effect(() => {
      const dialog = this.dialog().nativeElement;
      if (this.open() && !dialog.open) dialog.showModal();
      else if (!this.open() && dialog.open) dialog.close();
    });
  }

  protected onCancel(event: Event): void {
    if (!this.mayClose()()) event.preventDefault();
  }

  protected onCross(): void {
    if (this.mayClose()()) this.open.set(false);
  }
}
