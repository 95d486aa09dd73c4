import type { Page } from 'playwright-core';

interface Watched {
  longestFreeze: number;
}

/** Runs in the page: how long the window went without a frame, whatever kept it from painting. */
function watchFrames(): void {
  const watched = globalThis as unknown as Watched;
  watched.longestFreeze = 0;
  let last = performance.now();
  const frame = (now: number) => {
    watched.longestFreeze = Math.max(watched.longestFreeze, now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** From the next address on. */
export async function watchFreezes(page: Page): Promise<void> {
  await page.addInitScript(watchFrames);
}

/** The longest time without a frame since the page was loaded, in milliseconds. */
export async function longestFreeze(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as Watched).longestFreeze);
}
