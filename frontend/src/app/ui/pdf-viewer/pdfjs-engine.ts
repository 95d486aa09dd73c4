import { Injectable } from '@angular/core';
import type { PDFDataRangeTransport, PDFDocumentProxy } from 'pdfjs-dist';
import { type OpenPdf, type PdfBytes, PdfEngine, PdfError, type PdfPage } from './open-pdf';
import { PdfJsPage } from './pdfjs-page';
import { loadProgram, PDF_DATA, type PdfProgram, startWorker } from './pdf-program';

/** A file that takes longer to show its first page is made to keep readers busy. */
const PATIENCE_MS = 30_000;
const CHUNK = 256 * 1024;
/** Pixels of an image within a page; larger ones are left out. */
const MAX_IMAGE = 64_000_000;

function toPdfError(error: unknown): PdfError {
  if (error instanceof PdfError) return error;
  const encrypted = error instanceof Error && error.name === 'PasswordException';
  return new PdfError(encrypted ? 'password' : 'damaged', error);
}

/** Reads what pdf.js asks for. */
function transportOf(
  { PDFDataRangeTransport: Transport }: PdfProgram,
  bytes: PdfBytes,
  onBroken: (error: PdfError) => void,
): PDFDataRangeTransport {
  const transport = new Transport(bytes.size, null);
  transport.requestDataRange = (begin: number, end: number) => {
    void bytes.read(begin, Math.min(end, bytes.size)).then(
      (part) => {
        transport.onDataRange(begin, new Uint8Array(part));
      },
      (error: unknown) => {
        onBroken(new PdfError('unread', error));
      },
    );
  };
  return transport;
}

class PdfJsDocument implements OpenPdf {
  readonly pageCount: number;

  constructor(
    private readonly program: PdfProgram,
    private readonly pdf: PDFDocumentProxy,
    readonly close: () => void,
  ) {
    this.pageCount = pdf.numPages;
  }

  async page(number: number): Promise<PdfPage> {
    try {
      return new PdfJsPage(this.program, await this.pdf.getPage(number));
    } catch (error) {
      throw toPdfError(error);
    }
  }
}

/** What works on one file, and ends with it whatever it is busy with. */
interface Workers {
  reader: Worker;
  renderer: Worker;
}

function end({ reader, renderer }: Workers): void {
  reader.terminate();
  renderer.terminate();
}

/** pdf.js, each file in workers of its own. */
@Injectable({ providedIn: 'root' })
export class PdfJsEngine extends PdfEngine {
  async open(bytes: PdfBytes, onBroken: (error: PdfError) => void): Promise<OpenPdf> {
    const program = await loadProgram().catch((error: unknown) => {
      throw new PdfError('program', error);
    });
    const workers = { reader: startWorker('reader'), renderer: startWorker('renderer') };
    let fail: (error: PdfError) => void = onBroken;
    const broken = new Promise<never>((_, reject) => (fail = reject));
    // before the first page it is the opening that fails
    let opened = false;
    const report = (error: PdfError) => {
      if (opened) onBroken(error);
      else fail(error);
    };
    workers.reader.addEventListener('error', (event) => {
      report(new PdfError('program', event));
    });
    const timer = setTimeout(() => {
      report(new PdfError('slow'));
    }, PATIENCE_MS);
    try {
      const opening = this.begin(program, workers, bytes, report);
      const pdf = await Promise.race([opening, broken]);
      opened = true;
      return pdf;
    } catch (error) {
      end(workers);
      throw toPdfError(error);
    } finally {
      clearTimeout(timer);
    }
  }

  private async begin(
    program: PdfProgram,
    workers: Workers,
    bytes: PdfBytes,
    report: (error: PdfError) => void,
  ): Promise<OpenPdf> {
    const worker = program.PDFWorker.create({ port: workers.reader });
    program.GlobalWorkerOptions.rendererPorts = [workers.renderer];
    const task = program.getDocument({
      ...PDF_DATA,
      worker,
      range: transportOf(program, bytes, report),
      rangeChunkSize: CHUNK,
      maxImageSize: MAX_IMAGE,
      disableAutoFetch: true,
      disableStream: true,
      enableXfa: false,
      verbosity: 0,
    });
    // what is never to be opened is refused without a word
    task.onPassword = () => {
      report(new PdfError('password'));
    };
    const pdf = await task.promise;
    // a file is open when it shows something
    await pdf.getPage(1);
    const close = () => {
      void task.destroy().catch(() => undefined);
      worker.destroy();
      end(workers);
    };
    return new PdfJsDocument(program, pdf, close);
  }
}
