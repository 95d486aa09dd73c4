import { Component, input, linkedSignal, output } from '@angular/core';
import { JoinDecision } from './join-decision';
import type { LikelyPair } from './likely-pair';
import { OtherChoice } from './other-choice';

/** First the other source, then which of the two stays. */
@Component({
  selector: 'tg-join-form',
  imports: [JoinDecision, OtherChoice],
  template: `
    @if (other(); as other) {
      <tg-join-decision
        [source]="pair().source"
        [other]="other"
        (another)="this.other.set(null)"
        [suggested]="other === pair().other"
        (joined)="joined.emit()"
        (apart)="apart.emit()"
      />
    } @else {
      <tg-other-choice [source]="pair().source" (chosen)="this.other.set($event)" />
    }
  `,
})
export class JoinForm {
  readonly pair = input.required<LikelyPair>();
  readonly joined = output();
  readonly apart = output();

  protected readonly other = linkedSignal(() => this.pair().other);
}
