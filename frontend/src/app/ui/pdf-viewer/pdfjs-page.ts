import type { PDFPageProxy } from 'pdfjs-dist';
import type { LaidText, PageTask, PdfPage } from './open-pdf';
import { pageText } from './page-text';
import type { PdfProgram } from './pdf-program';

/** A page by pdf.js. */
export class PdfJsPage implements PdfPage {
  readonly width: number;
  readonly height: number;

  constructor(
    private readonly program: PdfProgram,
    private readonly page: PDFPageProxy,
  ) {
    const { width, height } = page.getViewport({ scale: 1 });
    this.width = width;
    this.height = height;
  }

  async texts(): Promise<readonly string[]> {
    const { items } = await pageText(this.page);
    return items.map((item) => ('str' in item ? item.str : ''));
  }

  draw(canvas: HTMLCanvasElement, scale: number, density: number): PageTask {
    const viewport = this.page.getViewport({ scale: scale * density });
    canvas.width = Math.max(1, Math.floor(viewport.width));
    canvas.height = Math.max(1, Math.floor(viewport.height));
    const task = this.page.render({ canvas, viewport });
    const { RenderingCancelledException } = this.program;
    const done = task.promise.catch((error: unknown) => {
      if (!(error instanceof RenderingCancelledException)) throw error;
    });
    return {
      done,
      cancel: () => {
        task.cancel();
      },
    };
  }

  async layText(container: HTMLElement, scale: number): Promise<LaidText> {
    const viewport = this.page.getViewport({ scale });
    const textContentSource = await pageText(this.page);
    container.replaceChildren();
    container.style.setProperty('--total-scale-factor', String(scale));
    const layer = new this.program.TextLayer({ textContentSource, container, viewport });
    await layer.render();
    return { elements: layer.textDivs, texts: layer.textContentItemsStr };
  }

  release(): void {
    this.page.cleanup();
  }
}
