import type { Page } from 'playwright-core';
import { sourceForm } from './support/private-thesis';
import { manyReferences } from './support/source-files';
import { openSourcesPage, type SourcesVisit } from './support/sources-visit';

const SOURCES = 1000;
const FIRST_VIEW_MS = 1500;
/** Sixty a second. */
const FRAME_MS = 1000 / 60;
/** What a clock that shows whole pictures is off by. */
const JITTER_MS = 1;

interface Scrolling {
  /** Milliseconds from one picture to the next. */
  frames: number[];
  /** The least and the most rows that were on the page at once. */
  rows: [number, number];
  /** Pictures in which no source was to be seen. */
  blank: number;
}

/** Runs in the page: scrolls through all of it, so many pixels a picture, and watches. */
async function scrollThrough(step: number): Promise<Scrolling> {
  const frames: number[] = [];
  let [least, most, blank] = [Infinity, 0, 0];
  let last = await new Promise<number>(requestAnimationFrame);
  const end = () => document.documentElement.scrollHeight - window.innerHeight;
  while (window.scrollY < end() - 2) {
    window.scrollBy({ top: step, behavior: 'instant' });
    const now = await new Promise<number>(requestAnimationFrame);
    frames.push(now - last);
    last = now;
    const shown = document.querySelectorAll('tg-source-item').length;
    [least, most] = [Math.min(least, shown), Math.max(most, shown)];
    const middle = document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 2);
    if (middle?.closest('tg-long-list') !== null && middle?.closest('li') === null) blank++;
  }
  return { frames, rows: [least, most], blank };
}

jest.setTimeout(300_000);

describe('a thousand sources', () => {
  let visit: SourcesVisit;
  let page: Page;

  beforeAll(async () => {
    visit = await openSourcesPage('thousand@example.org', async (api, id) => {
      const { buffer, name } = manyReferences(SOURCES);
      const { status } = await api.post(
        `/documents/${id}/sources`,
        sourceForm(new Uint8Array(buffer), name),
      );
      expect(status).toBe(201);
    });
    ({ page } = visit);
  });

  afterAll(() => visit?.close());

  it('are in sight soon after their page was opened', async () => {
    const opening: number[] = [];
    for (let round = 0; round < 3; round++) {
      const began = Date.now();
      await page.reload({ waitUntil: 'commit' });
      await page.locator('tg-source-item').first().waitFor();
      opening.push(Date.now() - began);
      await page.getByRole('heading', { name: '1,000 sources' }).waitFor();
    }
    const middle = [...opening].sort((one, other) => one - other)[1] ?? NaN;
    process.stdout.write(`first sources in sight after ${opening.join(', ')} ms\n`);
    expect(middle).toBeLessThan(FIRST_VIEW_MS);
  });

  it('scroll past at sixty pictures a second', async () => {
    await page.locator('li[aria-setsize="1000"]').first().waitFor();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const seconds = async () => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
    };
    const before = await seconds();
    const { frames, rows, blank } = await page.evaluate(scrollThrough, 240);
    const work = (1000 * ((await seconds()) - before)) / frames.length;
    const sorted = [...frames].sort((one, other) => one - other);
    const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? NaN;
    process.stdout.write(
      `${String(frames.length)} pictures: p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, ` +
        `most ${at(1).toFixed(1)} ms; work a picture ${work.toFixed(1)} ms; ` +
        `${String(rows[0])} to ${String(rows[1])} rows at once; ${String(blank)} pictures blank\n`,
    );
    expect(frames.length).toBeGreaterThan(300);
    expect(at(0.95)).toBeLessThan(FRAME_MS + JITTER_MS);
    expect(blank).toBe(0);
    expect(rows[1]).toBeLessThan(60);
    expect(visit.complaints).toEqual([]);
  });
});
