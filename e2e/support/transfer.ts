import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';

/**
 * Counts what a page takes over the wire from now on: fonts as they are, all else as gzip would
 * have it, so that the figure does not hang on who compresses how well.
 *
 * @returns ends the counting and says the bytes
 */
export function countTransfer(page: Page): () => Promise<number> {
  const sizes: Promise<number>[] = [];
  const count = (response: Response) => {
    sizes.push(
      response
        .body()
        .then((body) => (response.url().endsWith('.woff2') ? body : gzipSync(body)).length),
    );
  };
  page.on('response', count);
  return async () => {
    page.off('response', count);
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  };
}

/** How much of what was on the screen has been pushed about since it opened (CLS, web.dev/cls). */
export function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        const add = (entries: PerformanceEntryList) => {
          for (const entry of entries) sum += (entry as PerformanceEntry & { value: number }).value;
        };
        const observer = new PerformanceObserver((list) => {
          add(list.getEntries());
        });
        observer.observe({ type: 'layout-shift', buffered: true });
        // what is buffered is told with the next task
        setTimeout(() => {
          add(observer.takeRecords());
          resolve(sum);
        }, 100);
      }),
  );
}
