import type { PDFPageProxy } from 'pdfjs-dist';
import { drawPage } from './draw-page';
import { PageTooComplex } from './open-pdf';
import type { PdfProgram } from './pdf-program';

class Cancelled extends Error {}

const program = { RenderingCancelledException: Cancelled } as unknown as PdfProgram;

/** A page that is being drawn, of which one can say what comes. */
function drawing() {
  let settle: { resolve: () => void; reject: (error: Error) => void } | undefined;
  let show: (operators: { argsArray: unknown[] }) => void = () => undefined;
  const cancel = jest.fn(() => settle?.reject(new Cancelled()));
  const page = {
    render: ({
      operationsFilter,
    }: {
      operationsFilter: (at: number, list: unknown) => boolean;
    }) => {
      show = (operators) => expect(operationsFilter(0, operators)).toBe(true);
      const promise = new Promise<void>((resolve, reject) => (settle = { resolve, reject }));
      return { promise, cancel };
    },
  } as unknown as PDFPageProxy;
  const canvas = document.createElement('canvas');
  canvas.width = 7;
  const viewport = { width: 40, height: 60 } as ReturnType<PDFPageProxy['getViewport']>;
  const task = drawPage(program, page, canvas, viewport);
  return {
    task,
    canvas,
    cancel,
    show: (count: number) => show({ argsArray: Array(count).fill(null) }),
    end: () => settle!,
  };
}

describe('drawPage', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    HTMLCanvasElement.prototype.getContext = () => null;
  });

  afterEach(() => jest.useRealTimers());

  it('shows a page when all of it is drawn, and until then what was there', async () => {
    const { task, canvas, end, show } = drawing();
    show(900_000);
    jest.advanceTimersByTime(1000);
    expect(canvas.width).toBe(7);
    end().resolve();
    await task.done;
    expect([canvas.width, canvas.height]).toEqual([40, 60]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('gives a page up while more and more of it comes', async () => {
    const { task, canvas, cancel, show } = drawing();
    show(2_000_000);
    jest.advanceTimersByTime(60);
    expect(cancel).toHaveBeenCalled();
    await expect(task.done).rejects.toBeInstanceOf(PageTooComplex);
    expect(canvas.width).toBe(7);
  });

  it('ends without an error when it is cancelled, and with one when it fails', async () => {
    const cancelled = drawing();
    cancelled.task.cancel();
    await expect(cancelled.task.done).resolves.toBeUndefined();
    const failed = drawing();
    failed.end().reject(new Error('broken'));
    await expect(failed.task.done).rejects.toThrow('broken');
  });
});
