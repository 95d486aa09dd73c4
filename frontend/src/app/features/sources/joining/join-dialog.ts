import { Component, input, output, ViewEncapsulation } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Dialog } from '../../../ui/dialog/dialog';
import { JoinForm } from './join-form';
import type { JoinEnd, LikelyPair } from './likely-pair';

/** Makes one of two sources: which is the other, which one stays, what becomes of the text. */
@Component({
  selector: 'tg-join-dialog',
  imports: [Dialog, JoinForm, TranslocoDirective],
  template: `
    <tg-dialog
      *transloco="let t; prefix: 'sources.joining'"
      [open]="pair() !== null"
      [heading]="t('heading')"
      [closeLabel]="t('close')"
      (openChange)="$event || closed.emit('left')"
    >
      @if (pair(); as pair) {
        <tg-join-form
          [pair]="pair"
          (joined)="closed.emit('joined')"
          (apart)="closed.emit('apart')"
        />
      }
    </tg-dialog>
  `,
  styleUrl: './joining.css',
  encapsulation: ViewEncapsulation.None,
})
export class JoinDialog {
  /** Null while it is closed. */
  readonly pair = input.required<LikelyPair | null>();
  readonly closed = output<JoinEnd>();
}
