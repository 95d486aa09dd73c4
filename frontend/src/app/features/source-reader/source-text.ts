import { Component, computed, effect, ElementRef, inject, input, untracked } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CitedPassage, SourcePassage } from '../../api/generated/models';
import { Locale } from '../../core/i18n/locale';
import { Pager } from '../../ui/pager/pager';
import { PER_PAGE, SourceReaderStore } from './source-reader.store';

interface ShownPassage extends SourcePassage {
  /** The page that begins with it. */
  opens: number | null;
  before: string;
  marked: string;
  after: string;
}

/** What is known of a source's text, some pages at a time, with one passage marked. */
@Component({
  selector: 'tg-source-text',
  imports: [Pager, TranslocoDirective],
  templateUrl: './source-text.html',
})
export class SourceText {
  readonly passage = input.required<CitedPassage | null>();
  /** Of the source. */
  readonly language = input.required<string | null>();

  protected readonly locale = inject(Locale);
  protected readonly store = inject(SourceReaderStore);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);

  protected readonly shown = computed((): ShownPassage[] => {
    const marked = this.passage();
    let page: number | null = null;
    return (this.store.text()?.items ?? []).map((one) => {
      const opens = one.page !== null && one.page !== page ? one.page : null;
      page = one.page;
      const [start, end] = one.id === marked?.id ? [marked.start, marked.end] : [0, 0];
      return {
        ...{ ...one, opens, before: one.text.slice(0, start) },
        ...{ marked: one.text.slice(start, end), after: one.text.slice(end) },
      };
    });
  });

  protected readonly range = computed(() => {
    const { page = 1, total = 0, items = [] } = this.store.text() ?? {};
    const first = (page - 1) * PER_PAGE;
    const number = (n: number) => this.locale.number(n);
    return { from: number(first + 1), to: number(first + items.length), n: number(total) };
  });

  constructor() {
    effect(() => {
      const passage = this.passage();
      const page = Math.floor((passage?.place ?? 0) / PER_PAGE) + 1;
      untracked(() => void this.turn(page, passage !== null));
    });
  }

  protected async turn(page: number, toMark = false): Promise<void> {
    if (this.store.text()?.page !== page) await this.store.loadText(page);
    requestAnimationFrame(() => {
      const wanted = toMark ? 'mark' : '.source-text';
      const target = this.host.nativeElement.querySelector<HTMLElement>(wanted);
      if (toMark || page > 1) target?.scrollIntoView({ block: toMark ? 'center' : 'start' });
    });
  }
}
