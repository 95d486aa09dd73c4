import type { PDFPageProxy } from 'pdfjs-dist';
import { type PageTask, PageTooComplex } from './open-pdf';
import { Scales } from './page-weight';
import type { PdfProgram } from './pdf-program';

type Viewport = ReturnType<PDFPageProxy['getViewport']>;

/** How often is looked at what has come. */
const LOOK_MS = 50;

/** As large as the page is drawn. */
function sheetFor({ width, height }: Viewport): HTMLCanvasElement {
  const sheet = document.createElement('canvas');
  sheet.width = Math.max(1, Math.floor(width));
  sheet.height = Math.max(1, Math.floor(height));
  return sheet;
}

/** Shows what is on a sheet, and frees that. */
function turnOver(sheet: HTMLCanvasElement, canvas: HTMLCanvasElement): void {
  canvas.width = sheet.width;
  canvas.height = sheet.height;
  canvas.getContext('2d')?.drawImage(sheet, 0, 0);
  sheet.width = 0;
  sheet.height = 0;
}

/**
 * Draws a page away from the window's thread, and gives it up when there is too much on it. What
 * the canvas showed stays until the page is there.
 */
export function drawPage(
  program: PdfProgram,
  page: PDFPageProxy,
  canvas: HTMLCanvasElement,
  viewport: Viewport,
): PageTask {
  const sheet = sheetFor(viewport);
  const scales = new Scales();
  const task = page.render({
    canvas: sheet,
    viewport,
    // leaves nothing out: it is what shows the operators while they still come
    operationsFilter: (_, operators) => scales.show(operators),
  });
  const cancel = () => {
    task.cancel();
  };
  const watch = setInterval(() => {
    if (scales.areOverloaded()) cancel();
  }, LOOK_MS);
  const failed = (error: unknown) => {
    if (scales.areOverloaded()) throw new PageTooComplex();
    if (!(error instanceof program.RenderingCancelledException)) throw error;
  };
  const done = task.promise
    .then(() => {
      turnOver(sheet, canvas);
    }, failed)
    .finally(() => {
      clearInterval(watch);
    });
  return { done, cancel };
}
