import {
  Component,
  type ElementRef,
  input,
  output,
  signal,
  viewChild,
  afterNextRender,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Source } from '../../../../api/generated/models';
import { Button } from '../../../../ui/button/button';
import type { CitationItem } from '../../../../ui/prose/prose-model';
import { pageLocator } from './page-locator';

/** What one may do with a citation: its pages, what it rests on, another source, taking it out. */
@Component({
  selector: 'tg-citation-card',
  imports: [Button, TranslocoDirective],
  templateUrl: './citation-card.html',
  host: { class: 'citation-card', '(keydown.escape)': 'onEscape($event)' },
})
export class CitationCard {
  readonly items = input.required<readonly CitationItem[]>();
  readonly sources = input.required<ReadonlyMap<string, Source>>();
  /** The items as they are to be; none for taking the citation out. */
  readonly changed = output<CitationItem[]>();
  readonly evidence = output();
  readonly add = output();
  readonly dismiss = output();

  /** Indexes of the items whose pages cannot be read. */
  protected readonly wrong = signal<ReadonlySet<number>>(new Set());
  private readonly card = viewChild.required<ElementRef<HTMLElement>>('card');

  constructor() {
    afterNextRender(() => {
      this.card().nativeElement.querySelector('input')?.focus();
    });
  }

  protected pageOf({ locator }: CitationItem): string {
    return locator?.label === 'page' ? locator.value : '';
  }

  protected setPage(index: number, typed: string): void {
    const locator = pageLocator(typed);
    const wrong = new Set(this.wrong());
    if (locator === undefined) wrong.add(index);
    else wrong.delete(index);
    this.wrong.set(wrong);
    const item = this.items()[index];
    if (locator === undefined || item === undefined || typed === this.pageOf(item)) return;
    this.changed.emit(this.items().map((one, at) => (at === index ? { ...one, locator } : one)));
  }

  protected remove(index: number): void {
    this.changed.emit(this.items().filter((_, at) => at !== index));
  }

  protected onEnter(event: Event, index: number, typed: string): void {
    event.preventDefault();
    this.setPage(index, typed);
    if (!this.wrong().has(index)) this.dismiss.emit();
  }

  protected onEscape(event: Event): void {
    event.stopPropagation();
    this.dismiss.emit();
  }
}
