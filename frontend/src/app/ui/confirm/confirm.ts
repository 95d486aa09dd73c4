import {
  Component,
  effect,
  type ElementRef,
  input,
  model,
  output,
  viewChild,
  ViewEncapsulation,
} from '@angular/core';
import { Button } from '../button/button';

/** Asks before something that can't be taken back. The native dialog traps and returns focus. */
@Component({
  selector: 'tg-confirm',
  imports: [Button],
  template: `
    <dialog #dialog class="tg-confirm" [attr.aria-label]="heading()" (close)="open.set(false)">
      <h2>{{ heading() }}</h2>
      <ng-content />
      <div class="row">
        <button tgButton="danger" type="button" (click)="onConfirm()">{{ confirmLabel() }}</button>
        <button tgButton="quiet" type="button" autofocus (click)="open.set(false)">
          {{ cancelLabel() }}
        </button>
      </div>
    </dialog>
  `,
  styleUrl: './confirm.css',
  encapsulation: ViewEncapsulation.None,
})
export class Confirm {
  readonly open = model(false);
  readonly heading = input.required<string>();
  readonly confirmLabel = input.required<string>();
  readonly cancelLabel = input.required<string>();
  readonly confirmed = output();

  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    effect(() => {
      const dialog = this.dialog().nativeElement;
      if (this.open() && !dialog.open) dialog.showModal();
      else if (!this.open() && dialog.open) dialog.close();
    });
  }

  protected onConfirm(): void {
    // first the word, then the closing, at which pages forget what it was about
    this.confirmed.emit();
    this.open.set(false);
  }
}
