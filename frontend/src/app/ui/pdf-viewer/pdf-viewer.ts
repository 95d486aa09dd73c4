import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  signal,
  untracked,
  viewChild,
  ViewEncapsulation,
} from '@angular/core';
import { Notice } from '../notice/notice';
import { Progress } from '../progress/progress';
import { findPassage } from './find-passage';
import type { TextMark } from './mark-text';
import { type PdfBytes, PdfEngine } from './open-pdf';
import { PdfFind } from './pdf-find';
import { keyOf } from './pdf-keys';
import type { PdfLabels } from './pdf-labels';
import { PdfPageView } from './pdf-page-view';
import { PdfSearch } from './pdf-search';
import { PdfSession } from './pdf-session';
import { PdfToolbar } from './pdf-toolbar';
import type { PdfViewState } from './pdf-view-state';
import { PdfJsEngine } from './pdfjs-engine';

/** A page to go to, and words on it to show. Another object asks once more. */
export interface PdfPlace {
  page: number;
  passage?: string;
}

/** What is to be scrolled to as soon as its page has its marks. */
interface Wanted {
  page: number;
  mark: string;
}

/** Some room above what one is led to. */
const ABOVE = 0.25;

/** Shows a PDF page by page, in bounded memory however long it is. */
@Component({
  selector: 'tg-pdf-viewer',
  imports: [Notice, PdfFind, PdfPageView, PdfToolbar, Progress],
  templateUrl: './pdf-viewer.html',
  styleUrl: './pdf-viewer.css',
  encapsulation: ViewEncapsulation.None,
  providers: [{ provide: PdfEngine, useExisting: PdfJsEngine }],
  host: { class: 'tg-pdf' },
})
export class PdfViewer {
  readonly bytes = input.required<PdfBytes>();
  readonly labels = input.required<PdfLabels>();
  readonly place = input<PdfPlace | null>(null);

  private readonly injector = inject(Injector);
  private readonly scroller = viewChild<ElementRef<HTMLElement>>('scroller');
  private readonly findBar = viewChild(PdfFind);
  private readonly passage = signal<{ page: number; mark: TextMark } | null>(null);
  private wanted: Wanted | null = null;

  protected readonly session = new PdfSession(inject(PdfEngine));
  protected readonly failure = this.session.failure;
  protected readonly view = this.session.view;
  protected readonly finding = signal(false);
  /** The words that were to be shown are not on their page. */
  protected readonly missed = signal(false);
  protected readonly search = computed(() => {
    const view = this.view();
    return view && new PdfSearch(view.pdf);
  });

  /** By page: the same arrays until something else is marked, or every page would be set anew. */
  protected readonly marks = computed((): ReadonlyMap<number, readonly TextMark[]> => {
    const found = this.finding() ? this.search()?.marks() : undefined;
    const marks = new Map<number, readonly TextMark[]>(found);
    const passage = this.passage();
    if (passage === null) return marks;
    return marks.set(passage.page, [passage.mark, ...(marks.get(passage.page) ?? [])]);
  });
  protected readonly unmarked: readonly TextMark[] = [];

  constructor() {
    effect(() => {
      const bytes = this.bytes();
      untracked(() => {
        this.passage.set(null);
        void this.session.open(bytes);
      });
    });
    effect(() => {
      const [place, view] = [this.place(), this.view()];
      if (place !== null && view !== null) untracked(() => void this.show(place, view));
    });
    effect(() => {
      const shown = this.search()?.shown() ?? null;
      if (shown !== null) untracked(() => this.lead(shown.page, '.tg-pdf-mark-current'));
    });
    effect((onCleanup) => {
      const scroller = this.scroller()?.nativeElement;
      const view = this.view();
      if (scroller === undefined || view === null) return;
      const watcher = new ResizeObserver(() => this.measure(scroller, view));
      watcher.observe(scroller);
      onCleanup(() => watcher.disconnect());
    });
    inject(DestroyRef).onDestroy(() => this.session.close());
  }

  protected goTo(page: number): void {
    this.wanted = null;
    this.scrollTo(this.view()?.topOf(page) ?? 0);
  }

  protected zoomBy(direction: -1 | 0 | 1): void {
    const view = this.view();
    if (view === null) return;
    this.keepPlace(view, () => {
      view.zoomBy(direction);
    });
  }

  protected openFind(): void {
    this.finding.set(true);
    this.findBar()?.focus();
  }

  protected closeFind(): void {
    this.finding.set(false);
    this.search()?.clear();
    this.scroller()?.nativeElement.focus();
  }

  protected onKey(event: KeyboardEvent): void {
    const action = keyOf(event);
    const view = this.view();
    if (action === null || view === null) return;
    event.preventDefault();
    if (action.kind === 'find') this.openFind();
    else if (action.kind === 'zoom') this.zoomBy(action.direction);
    else if (action.kind === 'end') this.goTo(action.last ? view.pdf.pageCount : 1);
    else this.goTo(Math.min(view.pdf.pageCount, Math.max(1, view.page() + action.step)));
  }

  /** Leads to the mark that is wanted, once its page has it. */
  protected onMarked(page: number, text: HTMLElement): void {
    const scroller = this.scroller()?.nativeElement;
    if (this.wanted?.page !== page || scroller === undefined) return;
    const mark = text.querySelector(this.wanted.mark);
    if (mark === null) return;
    this.wanted = null;
    const from = mark.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    this.scrollTo(scroller.scrollTop + from - scroller.clientHeight * ABOVE);
  }

  private async show({ page, passage }: PdfPlace, view: PdfViewState): Promise<void> {
    const number = Math.min(Math.max(1, page), view.pdf.pageCount);
    this.passage.set(null);
    this.missed.set(false);
    afterNextRender(() => this.scrollTo(view.topOf(number)), { injector: this.injector });
    if (passage === undefined) return;
    const ranges = await this.rangesOn(view, number, passage);
    if (view !== this.view() || passage !== this.place()?.passage) return;
    this.missed.set(ranges.length === 0);
    this.wanted = { page: number, mark: '.tg-pdf-mark-passage' };
    this.passage.set({ page: number, mark: { look: 'passage', ranges } });
  }

  private async rangesOn({ pdf }: PdfViewState, page: number, passage: string) {
    try {
      return findPassage(await (await pdf.page(page)).texts(), passage);
    } catch {
      // the page itself says that it cannot be read
      return [];
    }
  }

  private lead(page: number, mark: string): void {
    const view = this.view();
    if (view === null) return;
    if (!view.shown().includes(page)) this.scrollTo(view.topOf(page));
    this.wanted = { page, mark };
  }

  private measure(scroller: HTMLElement, view: PdfViewState): void {
    const { clientWidth, clientHeight } = scroller;
    const padding = Number.parseFloat(getComputedStyle(scroller).paddingInlineStart) || 0;
    const room = { width: Math.max(100, clientWidth - 2 * padding), height: clientHeight };
    this.keepPlace(view, () => {
      view.room.set(room);
    });
  }

  /** What is in sight stays in sight, whatever the size of the pages becomes. */
  private keepPlace(view: PdfViewState, resize: () => void): void {
    const before = view.scale();
    // the signal may not know yet that somebody was led elsewhere
    const { page, into } = view.placeAt(this.scroller()?.nativeElement.scrollTop ?? 0);
    resize();
    if (view.scale() === before) return;
    const top = () => view.topOf(page) + into * view.scale();
    // at once, or for a moment it would be other pages that are in sight
    view.scrolled.set(top());
    afterNextRender(() => this.scrollTo(top()), { injector: this.injector });
  }

  private scrollTo(top: number): void {
    const scroller = this.scroller()?.nativeElement;
    if (scroller !== undefined) scroller.scrollTop = top;
  }
}
