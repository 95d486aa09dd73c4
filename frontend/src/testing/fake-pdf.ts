import {
  type LaidText,
  type OpenPdf,
  PageTooComplex,
  type PdfBytes,
  PdfEngine,
  type PdfError,
  type PdfPage,
} from '../app/ui/pdf-viewer/open-pdf';

export const NO_BYTES: PdfBytes = { size: 0, read: () => Promise.resolve(new ArrayBuffer(0)) };

/** Nothing is laid out here, so nothing ever changes its size. */
class NoResizeObserver {
  observe(): void {
    // nothing to tell
  }

  disconnect(): void {
    // nothing was told
  }
}

export function withoutLayout(): void {
  Object.assign(globalThis, { ResizeObserver: NoResizeObserver });
}

function layText(container: HTMLElement, texts: readonly string[]): LaidText {
  const elements = texts.map((text) => {
    const element = document.createElement('span');
    element.textContent = text;
    return element;
  });
  container.replaceChildren(...elements);
  return { elements, texts };
}

/** A file of so many pages with these words, drawn by nobody. */
export class FakePdfEngine extends PdfEngine {
  drawn = 0;
  released = 0;
  closed = 0;
  failure: PdfError | null = null;
  opened = 0;
  brokenPage: number | null = null;
  complexPage: number | null = null;
  /** Whoever draws it never answers again. */
  stuckPage: number | null = null;
  breakNow: (error: PdfError) => void = () => undefined;

  constructor(
    private readonly pageCount: number,
    private readonly texts: (page: number) => readonly string[],
  ) {
    super();
  }

  open(_: PdfBytes, onBroken: (error: PdfError) => void): Promise<OpenPdf> {
    if (this.failure !== null) return Promise.reject(this.failure);
    this.breakNow = onBroken;
    this.opened++;
    return Promise.resolve({
      pageCount: this.pageCount,
      page: (number: number) => this.page(number),
      close: () => {
        this.closed++;
      },
    });
  }

  private drawing(number: number): Promise<void> {
    if (number === this.complexPage) return Promise.reject(new PageTooComplex());
    return number === this.stuckPage ? new Promise(() => undefined) : Promise.resolve();
  }

  private page(number: number): Promise<PdfPage> {
    if (number === this.brokenPage) return Promise.reject(new Error('broken'));
    const texts = this.texts(number);
    return Promise.resolve({
      width: 600,
      height: 800,
      texts: () => Promise.resolve(texts),
      draw: () => {
        this.drawn++;
        return { done: this.drawing(number), cancel: () => undefined };
      },
      layText: (container: HTMLElement) => Promise.resolve(layText(container, texts)),
      release: () => {
        this.released++;
      },
    });
  }
}
