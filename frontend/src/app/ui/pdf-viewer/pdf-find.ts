import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  input,
  output,
  viewChild,
} from '@angular/core';
import { ToolButton } from '../tool-button/tool-button';
import type { PdfLabels } from './pdf-labels';
import type { PdfSearch } from './pdf-search';

/** The field in which one looks for words. */
@Component({
  selector: 'tg-pdf-find',
  imports: [ToolButton],
  template: `
    <form
      role="search"
      class="tg-pdf-find"
      (submit)="next($event)"
      (keydown.escape)="closed.emit()"
    >
      <input
        #field
        type="search"
        class="tg-control"
        autocomplete="off"
        [attr.aria-label]="labels().find"
        [placeholder]="labels().find"
        [value]="search().wish()"
        (input)="look(field.value)"
        (keydown.shift.enter)="back($event)"
      />
      <button
        tgToolButton
        icon="up"
        [label]="labels().findPrevious"
        [tip]="labels().findPrevious"
        (click)="search().go(-1)"
      ></button>
      <button
        tgToolButton
        icon="down"
        [label]="labels().findNext"
        [tip]="labels().findNext"
        (click)="search().go(1)"
      ></button>
      <button
        tgToolButton
        icon="close"
        [label]="labels().closeFind"
        [tip]="labels().closeFind"
        (click)="closed.emit()"
      ></button>
    </form>
    <p class="small soft tg-pdf-find-state" role="status">{{ state() }}</p>
  `,
})
export class PdfFind {
  readonly search = input.required<PdfSearch>();
  readonly labels = input.required<PdfLabels>();
  readonly pageCount = input.required<number>();
  /** At which one is. */
  readonly page = input.required<number>();
  readonly closed = output();

  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');

  protected readonly state = computed(() => {
    const search = this.search();
    const searched = search.searched();
    const { length } = search.findings();
    if (length > 0) return this.labels().found(search.current() + 1, length);
    if (searched === null) return '';
    const all = this.pageCount();
    return searched < all ? this.labels().searching(searched, all) : this.labels().foundNone;
  });

  constructor() {
    afterNextRender(() => {
      this.focus();
    });
  }

  focus(): void {
    this.field().nativeElement.focus();
    this.field().nativeElement.select();
  }

  protected look(wish: string): void {
    void this.search().look(wish, this.page());
  }

  protected next(event: Event): void {
    event.preventDefault();
    this.search().go(1);
  }

  protected back(event: Event): void {
    event.preventDefault();
    this.search().go(-1);
  }
}
