import type { PDFPageProxy } from 'pdfjs-dist';
import { drawPage } from './draw-page';
import type { LaidText, PageTask, PdfPage } from './open-pdf';
import { inSlices, pageText } from './page-text';
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
    return drawPage(this.program, this.page, canvas, viewport);
  }

  async layText(container: HTMLElement, scale: number): Promise<LaidText> {
    const viewport = this.page.getViewport({ scale });
    const textContentSource = inSlices(await pageText(this.page));
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
