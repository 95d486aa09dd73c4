import { Component, computed, input, ViewEncapsulation } from '@angular/core';

/** How far something has come, in per cent; null while that can't be known. */
@Component({
  selector: 'tg-progress',
  template: '<span class="tg-progress-fill" [style.inline-size.%]="filled()"></span>',
  host: {
    class: 'tg-progress',
    role: 'progressbar',
    '[class.tg-progress-open]': 'value() === null',
    '[attr.aria-label]': 'label()',
    '[attr.aria-valuemin]': '0',
    '[attr.aria-valuemax]': '100',
    '[attr.aria-valuenow]': 'value() === null ? null : rounded()',
  },
  styleUrl: './progress.css',
  encapsulation: ViewEncapsulation.None,
})
export class Progress {
  readonly value = input.required<number | null>();
  readonly label = input.required<string>();

  protected readonly rounded = computed(() =>
    Math.round(Math.min(100, Math.max(0, this.value() ?? 0))),
  );
  protected readonly filled = computed(() => (this.value() === null ? 40 : this.rounded()));
}
