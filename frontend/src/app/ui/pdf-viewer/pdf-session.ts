import { signal } from '@angular/core';
import { type OpenPdf, type PdfBytes, type PdfEngine, PdfError, type PdfFailure } from './open-pdf';
import { PdfViewState } from './pdf-view-state';

/** The file that is shown, from its opening to its end. */
export class PdfSession {
  private bytes: PdfBytes | null = null;
  private turn = 0;

  readonly failure = signal<PdfFailure | null>(null);
  readonly view = signal<PdfViewState | null>(null);

  constructor(private readonly engine: PdfEngine) {}

  async open(bytes: PdfBytes): Promise<void> {
    this.bytes = bytes;
    this.end();
    this.failure.set(null);
    await this.begin(bytes, async (pdf) => {
      const { width, height } = await pdf.page(1);
      this.view.set(new PdfViewState(pdf, { width, height }));
    });
  }

  /**
   * Whoever reads or draws the file is busy with a page that was given up, or with one before it:
   * they are ended, and others begin anew where one is, which leave that page alone.
   */
  async giveUp(page: number): Promise<void> {
    const { bytes } = this;
    const view = this.view();
    if (bytes === null || view === null) return;
    if (view.turns.isSuspect(page)) view.bar(page);
    view.turns.reset();
    view.pdf.close();
    await this.begin(bytes, (pdf) => {
      view.revive(pdf);
    });
  }

  close(): void {
    this.turn++;
    this.end();
  }

  private async begin(
    bytes: PdfBytes,
    show: (pdf: OpenPdf) => void | Promise<void>,
  ): Promise<void> {
    const turn = ++this.turn;
    const fail = (error: unknown) => {
      if (turn !== this.turn) return;
      this.end();
      this.failure.set(error instanceof PdfError ? error.failure : 'damaged');
    };
    try {
      const pdf = await this.engine.open(bytes, fail);
      // it may have been left meanwhile
      if (turn === this.turn) await show(pdf);
      else pdf.close();
    } catch (error) {
      fail(error);
    }
  }

  private end(): void {
    this.view()?.pdf.close();
    this.view.set(null);
  }
}
