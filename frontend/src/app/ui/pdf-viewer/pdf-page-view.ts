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
import {
  type LaidText,
  type OpenPdf,
  type PageSize,
  type PageTask,
  PageTooComplex,
  type PdfPage,
} from './open-pdf';
import { densityFor } from './page-window';
import type { Turns } from './turns';

/** A page that takes longer is made to keep readers busy. */
const PATIENCE_MS = 10_000;

const NOT_ITS_TURN = (): void => undefined;

/** One page: its picture, and above it its text for those who select, search or listen. */
@Component({
  selector: 'tg-pdf-page',
  template: `
    <canvas #canvas aria-hidden="true"></canvas>
    <div #text class="tg-pdf-text"></div>
    @if (failed(); as failure) {
      <p class="tg-pdf-page-failed">
        {{ failure === 'complex' ? complexLabel() : failedLabel() }}
      </p>
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
  readonly complexLabel = input.required<string>();
  /** Pages are drawn one by one, so that it is known which of them takes too long. */
  readonly turns = input.required<Turns>();
  /** It has been given up: nobody tries to show it. */
  readonly barred = input(false);
  readonly measured = output<PageSize>();
  /** It takes so long that whoever draws it may never answer again. */
  readonly gaveUp = output();
  /** Its text is there, with its marks. */
  readonly marked = output<HTMLElement>();

  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly text = viewChild.required<ElementRef<HTMLElement>>('text');
  private readonly laid = signal<LaidText | null>(null);
  private page: PdfPage | null = null;
  private task: PageTask | null = null;
  private turn = 0;
  /** Ends its turn among the pages, if it has one. */
  private settle: (finished: boolean) => void = NOT_ITS_TURN;

  protected readonly busy = signal(true);
  protected readonly failed = signal<'damaged' | 'complex' | null>(null);
  protected readonly width = computed(() => this.size().width * this.scale());
  protected readonly height = computed(() => this.size().height * this.scale());

  constructor() {
    effect(() => {
      const [pdf, number, scale] = [this.pdf(), this.number(), this.scale()];
      const barred = this.barred();
      untracked(() => {
        if (barred) this.stop();
        else void this.show(pdf, number, scale);
      });
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
    const turn = this.interrupt();
    this.busy.set(true);
    this.failed.set(null);
    const end = await this.turns().take(number);
    if (turn !== this.turn) {
      end(true);
      return;
    }
    const patience = setTimeout(() => this.giveUp(), PATIENCE_MS);
    this.settle = (finished) => {
      clearTimeout(patience);
      end(finished);
      this.settle = NOT_ITS_TURN;
    };
    try {
      await this.draw(pdf, number, scale, turn);
    } catch (error) {
      const complex = error instanceof PageTooComplex;
      if (turn === this.turn) this.failed.set(complex ? 'complex' : 'damaged');
    }
    if (turn !== this.turn) return;
    this.settle(true);
    this.busy.set(false);
  }

  private async draw(pdf: OpenPdf, number: number, scale: number, turn: number): Promise<void> {
    const page = await pdf.page(number);
    if (turn !== this.turn) return;
    this.page = page;
    this.measured.emit({ width: page.width, height: page.height });
    const [width, height] = [page.width * scale, page.height * scale];
    const density = densityFor(width, height, globalThis.devicePixelRatio);
    this.task = page.draw(this.canvas().nativeElement, scale, density);
    const laying = page.layText(this.text().nativeElement, scale);
    const [laid] = await Promise.all([laying, this.task.done]);
    if (turn === this.turn) this.laid.set(laid);
  }

  private giveUp(): void {
    this.stop();
    this.gaveUp.emit();
  }

  private stop(): void {
    this.interrupt();
    this.failed.set('complex');
    this.busy.set(false);
  }

  /** Whatever it is doing is no longer waited for. */
  private interrupt(): number {
    this.task?.cancel();
    this.settle(false);
    return ++this.turn;
  }

  /** A canvas keeps its pixels until it is told that it has none. */
  private leave(): void {
    this.interrupt();
    this.page?.release();
    const canvas = this.canvas().nativeElement;
    canvas.width = 0;
    canvas.height = 0;
  }
}
