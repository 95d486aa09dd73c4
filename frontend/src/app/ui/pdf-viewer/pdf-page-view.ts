import {
  Component,
  computed,
  DestroyRef,
  effect,
  type ElementRef,
  inject,
  input,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { markText, type TextMark } from './mark-text';
import type { LaidText, OpenPdf, PageSize, PageTask, PdfPage } from './open-pdf';
import { densityFor } from './page-window';

/** A page that takes longer is made to keep readers busy. */
const PATIENCE_MS = 20_000;

/** One page: its picture, and above it its text for those who select, search or listen. */
@Component({
  selector: 'tg-pdf-page',
  template: `
    <canvas #canvas aria-hidden="true"></canvas>
    <div #text class="tg-pdf-text"></div>
    @if (failed()) {
      <p class="tg-pdf-page-failed">{{ failedLabel() }}</p>
    }
  `,
  host: {
    class: 'tg-pdf-page',
    role: 'group',
    '[attr.aria-label]': 'label()',
    '[attr.aria-busy]': 'busy() || null',
    '[attr.data-page]': 'number()',
    '[style.inline-size.px]': 'width()',
    '[style.block-size.px]': 'height()',
  },
})
export class PdfPageView {
  readonly pdf = input.required<OpenPdf>();
  readonly number = input.required<number>();
  /** CSS pixels for one of the page. */
  readonly scale = input.required<number>();
  /** As far as it is known; else that of another page. */
  readonly size = input.required<PageSize>();
  readonly marks = input<readonly TextMark[]>([]);
  readonly label = input.required<string>();
  readonly failedLabel = input.required<string>();
  readonly measured = output<PageSize>();
  /** Its text is there, with its marks. */
  readonly marked = output<HTMLElement>();

  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly text = viewChild.required<ElementRef<HTMLElement>>('text');
  private readonly laid = signal<LaidText | null>(null);
  private page: PdfPage | null = null;
  private task: PageTask | null = null;
  private turn = 0;

  protected readonly busy = signal(true);
  protected readonly failed = signal(false);
  protected readonly width = computed(() => this.size().width * this.scale());
  protected readonly height = computed(() => this.size().height * this.scale());

  constructor() {
    effect(() => {
      const [pdf, number, scale] = [this.pdf(), this.number(), this.scale()];
      untracked(() => void this.show(pdf, number, scale));
    });
    effect(() => {
      const [laid, marks] = [this.laid(), this.marks()];
      if (laid === null) return;
      markText(laid, marks);
      this.marked.emit(this.text().nativeElement);
    });
    inject(DestroyRef).onDestroy(() => {
      this.leave();
    });
  }

  private async show(pdf: OpenPdf, number: number, scale: number): Promise<void> {
    const turn = ++this.turn;
    this.task?.cancel();
    this.busy.set(true);
    this.failed.set(false);
    const patience = setTimeout(() => {
      this.giveUp(turn);
    }, PATIENCE_MS);
    try {
      const page = await pdf.page(number);
      if (turn !== this.turn) return;
      this.page = page;
      this.measured.emit({ width: page.width, height: page.height });
      const [width, height] = [page.width * scale, page.height * scale];
      const density = densityFor(width, height, globalThis.devicePixelRatio);
      this.task = page.draw(this.canvas().nativeElement, scale, density);
      const laying = page.layText(this.text().nativeElement, scale);
      await this.task.done;
      const laid = await laying;
      if (turn === this.turn) this.laid.set(laid);
    } catch {
      if (turn === this.turn) this.failed.set(true);
    } finally {
      clearTimeout(patience);
      if (turn === this.turn) this.busy.set(false);
    }
  }

  private giveUp(turn: number): void {
    if (turn !== this.turn) return;
    this.turn++;
    this.task?.cancel();
    this.failed.set(true);
    this.busy.set(false);
  }

  /** A canvas keeps its pixels until it is told that it has none. */
  private leave(): void {
    this.turn++;
    this.task?.cancel();
    this.page?.release();
    const canvas = this.canvas().nativeElement;
    canvas.width = 0;
    canvas.height = 0;
  }
}
