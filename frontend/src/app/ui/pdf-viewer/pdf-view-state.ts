import { computed, signal, type WritableSignal } from '@angular/core';
import type { OpenPdf, PageSize } from './open-pdf';
import { pageAt, topsOf, windowAt } from './page-window';
import { Turns } from './turns';

const GAP = 16;
const STEPS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];
/** Where nothing is laid out yet. */
const SOME_WIDTH = 600;

/** What part of a file is in sight, and how large. */
export class PdfViewState {
  /** Sizes that are known, by page. */
  private readonly known = signal<ReadonlyMap<number, PageSize>>(new Map());
  private readonly file: WritableSignal<OpenPdf>;
  private readonly barred = signal<ReadonlySet<number>>(new Set());

  readonly turns = new Turns();
  readonly zoom = signal(1);
  /** Of the place in which the pages stand, in CSS pixels. */
  readonly room = signal({ width: SOME_WIDTH, height: SOME_WIDTH });
  readonly scrolled = signal(0);

  /** CSS pixels for one of a page: the first page fills the width. */
  readonly scale = computed(() => (this.zoom() * this.room().width) / this.first.width);
  readonly tops = computed(() => {
    const scale = this.scale();
    const heights = Array.from(
      { length: this.pdf.pageCount },
      (_, at) => this.sizeOf(at + 1).height * scale,
    );
    return topsOf({ heights, gap: GAP });
  });
  readonly height = computed(() => (this.tops().at(-1) ?? GAP) - GAP);
  /** The page at which one is: the one that the upper third of the window shows. */
  readonly page = computed(() => pageAt(this.tops(), this.scrolled() + this.room().height / 3));
  readonly shown = computed(() => {
    const { first, last } = windowAt(this.tops(), this.scrolled(), this.room().height);
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });

  /** @param first the size of the first page, which is taken for that of all others until they are seen */
  constructor(
    pdf: OpenPdf,
    private readonly first: PageSize,
  ) {
    this.file = signal(pdf);
  }

  get pdf(): OpenPdf {
    return this.file();
  }

  /** The same file, opened anew. */
  revive(pdf: OpenPdf): void {
    this.file.set(pdf);
  }

  /** From now on nobody tries to show this page. */
  bar(number: number): void {
    this.barred.update((barred) => new Set(barred).add(number));
  }

  isBarred(number: number): boolean {
    return this.barred().has(number);
  }

  sizeOf(number: number): PageSize {
    return this.known().get(number) ?? this.first;
  }

  topOf(number: number): number {
    return this.tops()[number - 1] ?? 0;
  }

  /** A place that is the same at every scale; `into` is in CSS pixels of the page as large as it is. */
  placeAt(scrolled: number): { page: number; into: number } {
    const page = pageAt(this.tops(), scrolled);
    return { page, into: (scrolled - this.topOf(page)) / this.scale() };
  }

  measure(number: number, size: PageSize): void {
    const { width, height } = this.sizeOf(number);
    if (width === size.width && height === size.height) return;
    this.known.update((known) => new Map(known).set(number, size));
  }

  /** The step that is next in a direction; 0 is the full width. */
  zoomBy(direction: -1 | 0 | 1): void {
    const at = STEPS.findIndex((step) => step >= this.zoom());
    this.zoom.set(direction === 0 ? 1 : (STEPS[at + direction] ?? this.zoom()));
  }
}
