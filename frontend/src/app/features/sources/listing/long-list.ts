import { ScrollingModule, ViewportRuler, VIRTUAL_SCROLL_STRATEGY } from '@angular/cdk/scrolling';
import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  Component,
  DestroyRef,
  effect,
  inject,
  Injector,
  input,
  TemplateRef,
} from '@angular/core';
import { MeasuredScroll } from './measured-scroll';

interface Row {
  id: string;
}

/**
 * A list too long to be on the page as a whole: rows are made as one scrolls there. Each says which
 * of how many it is, since assistive technology cannot count what is not there.
 */
@Component({
  selector: 'tg-long-list',
  imports: [NgTemplateOutlet, ScrollingModule],
  template: `
    <cdk-virtual-scroll-viewport scrollWindow>
      <ul role="list">
        <li
          *cdkVirtualFor="let one of rows(); let index = index; trackBy: byId"
          [attr.aria-setsize]="rows().length"
          [attr.aria-posinset]="index + 1"
        >
          <ng-container *ngTemplateOutlet="row(); context: { $implicit: one }" />
        </li>
      </ul>
    </cdk-virtual-scroll-viewport>
  `,
  providers: [MeasuredScroll, { provide: VIRTUAL_SCROLL_STRATEGY, useExisting: MeasuredScroll }],
})
export class LongList {
  readonly rows = input.required<readonly Row[]>();
  /** Made for each, with the row as what is implied. */
  readonly row = input.required<TemplateRef<{ $implicit: never }>>();
  private readonly scroll = inject(MeasuredScroll);

  protected readonly byId = (_: number, { id }: Row): string => id;

  private readonly ruler = inject(ViewportRuler);

  constructor() {
    const injector = inject(Injector);
    effect(() => {
      this.scroll.setRows(this.rows().map(({ id }) => id));
      // what a row says may have changed, and its height with that
      afterNextRender(() => this.scroll.measure(), { injector });
    });
    let { width } = this.ruler.getViewportSize();
    const resized = this.ruler.change().subscribe(() => {
      const { width: now } = this.ruler.getViewportSize();
      if (now !== width) this.scroll.forget();
      width = now;
    });
    inject(DestroyRef).onDestroy(() => {
      resized.unsubscribe();
    });
  }
}
