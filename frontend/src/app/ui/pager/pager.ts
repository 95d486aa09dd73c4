import { Component, input, model } from '@angular/core';
import { Button } from '../button/button';
import { Icon } from '../icon/icon';

/** Leads through the pages of a list, one at a time; absent where there is one page only. */
@Component({
  selector: 'tg-pager',
  imports: [Button, Icon],
  template: `
    @if (pages() > 1) {
      <nav class="row row-between" [attr.aria-label]="label()">
        <button
          tgButton="secondary"
          type="button"
          [disabled]="page() <= 1"
          (click)="page.set(page() - 1)"
        >
          <tg-icon name="back" />{{ backLabel() }}
        </button>
        <span class="soft small" role="status">{{ position() }}</span>
        <button
          tgButton="secondary"
          type="button"
          [disabled]="page() >= pages()"
          (click)="page.set(page() + 1)"
        >
          {{ forwardLabel() }}<tg-icon name="forward" />
        </button>
      </nav>
    }
  `,
})
export class Pager {
  /** From 1. */
  readonly page = model.required<number>();
  readonly pages = input.required<number>();
  readonly label = input.required<string>();
  readonly backLabel = input.required<string>();
  readonly forwardLabel = input.required<string>();
  /** Where one is, in words. */
  readonly position = input.required<string>();
}
