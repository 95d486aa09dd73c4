import { Component, input } from '@angular/core';

export type BadgeTone = 'plain' | 'accent' | 'good' | 'warn' | 'bad';

/** A state in one or two words. The words carry the meaning, the colour only supports it. */
@Component({
  selector: 'tg-badge',
  template: '<ng-content />',
  host: { '[class]': '"tg-badge tg-badge-" + tone()' },
})
export class Badge {
  readonly tone = input<BadgeTone>('plain');
}
