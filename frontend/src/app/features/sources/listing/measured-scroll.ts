import type { CdkVirtualScrollViewport, VirtualScrollStrategy } from '@angular/cdk/scrolling';
import { Subject } from 'rxjs';

/** Rows kept ready above and below what is seen, in pixels: about a screen. */
const READY = 900;
/** How near to their end one may come before more are made. */
const NEAR = 450;
/** Of a row before any was seen, in pixels. */
const FIRST_GUESS = 118;

/**
 * Shows of a long list what is near, where rows are as high as what stands in them. Every row is
 * measured when it is first shown; until then it counts as high as the average of the first ones.
 */
export class MeasuredScroll implements VirtualScrollStrategy {
  private readonly index = new Subject<number>();
  readonly scrolledIndexChange = this.index.asObservable();

  private viewport: CdkVirtualScrollViewport | null = null;
  private ids: readonly string[] = [];
  private readonly heights = new Map<string, number>();
  /** Stays as it is once found: to change it would move what is above the rows shown. */
  private guess: number | null = null;
  /** Where each row begins; one more for the end of the list. */
  private tops: readonly number[] = [0];

  attach(viewport: CdkVirtualScrollViewport): void {
    this.viewport = viewport;
    this.show();
  }

  detach(): void {
    this.index.complete();
    this.viewport = null;
  }

  /** The rows that there are now, in their order. */
  setRows(ids: readonly string[]): void {
    this.ids = ids;
    this.layOut();
  }

  onContentScrolled(): void {
    this.show();
  }

  onDataLengthChanged(): void {
    this.show();
  }

  onContentRendered(): void {
    this.measure();
  }

  onRenderedOffsetChanged(): void {
    // nothing depends on it
  }

  scrollToIndex(index: number, behavior?: ScrollBehavior): void {
    this.viewport?.scrollToOffset(this.tops[index] ?? 0, behavior);
  }

  /** Every row is as high as it is now: another width has wrapped them anew. */
  forget(): void {
    this.heights.clear();
    this.guess = null;
    this.measure();
  }

  /** Learns how high the rows shown are, and keeps those on the screen where they are. */
  measure(): void {
    const { viewport } = this;
    if (viewport === null) return;
    const { start, end } = viewport.getRenderedRange();
    const anchor = this.at(viewport.measureScrollOffset());
    const before = this.tops[anchor] ?? 0;
    let changed = false;
    for (let row = start; row < end; row++) {
      const height = viewport.measureRangeSize({ start: row, end: row + 1 });
      const id = this.ids[row];
      if (id === undefined || height === 0 || this.heights.get(id) === height) continue;
      this.heights.set(id, height);
      changed = true;
    }
    if (!changed) return;
    this.layOut();
    const moved = (this.tops[anchor] ?? 0) - before;
    if (anchor > start && moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' });
    this.show();
  }

  private layOut(): void {
    if (this.guess === null && this.heights.size > 0) {
      const sum = [...this.heights.values()].reduce((total, one) => total + one, 0);
      this.guess = sum / this.heights.size;
    }
    const guess = this.guess ?? FIRST_GUESS;
    const tops = [0];
    let top = 0;
    for (const id of this.ids) tops.push((top += this.heights.get(id) ?? guess));
    this.tops = tops;
  }

  /** The row at so many pixels from the beginning of the list. */
  private at(offset: number): number {
    let [low, high] = [0, Math.max(0, this.ids.length - 1)];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.tops[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private show(): void {
    const { viewport } = this;
    if (viewport === null) return;
    const count = this.ids.length;
    viewport.setTotalContentSize(this.tops[count] ?? 0);
    const offset = viewport.measureScrollOffset();
    const bottom = offset + viewport.getViewportSize();
    const { start, end } = viewport.getRenderedRange();
    const fits = end <= count && end > start;
    const early = start === 0 || (this.tops[start] ?? 0) < offset - NEAR;
    const late = end === count || (this.tops[end] ?? 0) > bottom + NEAR;
    const range =
      fits && early && late
        ? { start, end }
        : { start: this.at(offset - READY), end: Math.min(count, this.at(bottom + READY) + 1) };
    viewport.setRenderedRange(range);
    viewport.setRenderedContentOffset(this.tops[range.start] ?? 0);
    this.index.next(this.at(offset));
  }
}
