import type { Dialog, Locator } from 'playwright-core';
import { inspectPage, photograph } from './support/browser';
import { references, type UploadFile } from './support/source-files';
import { openSourcesPage, type SourcesVisit } from './support/sources-visit';
import { journeySteps } from './support/steps';

const file = (n: number): UploadFile =>
  references(
    `part-${String(n)}.bib`,
    `@book{k${String(n)}, title={Part ${String(n)} of a long work}, author={Doe, Jane}, year={2001}}`,
  );

const files = (count: number) => Array.from({ length: count }, (_, n) => file(n + 1));

jest.setTimeout(180_000);

describe('files on their way, in a real browser', () => {
  let visit: SourcesVisit;

  const step = journeySteps(() => photograph(visit.page, 'stranded-sending'));

  beforeAll(async () => {
    visit = await openSourcesPage('sending@example.org');
  });

  afterAll(() => visit?.close());

  const rows = (state: string): Locator =>
    visit.page.locator('tg-upload-list li.upload').filter({ hasText: state });
  const button = (name: string): Locator => visit.page.getByRole('button', { name, exact: true });
  const heading = (name: string): Locator => visit.page.getByRole('heading', { name });
  const choose = (count: number) => visit.page.setInputFiles('input[type=file]', files(count));

  /** Keeps uploads waiting. @returns what lets them, and all later ones, go on */
  async function hold(): Promise<() => void> {
    const pattern = '**/documents/*/sources';
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await visit.page.route(pattern, async (route) => {
      if (route.request().method() === 'POST') await released;
      // one that was cancelled meanwhile goes nowhere
      await route.continue().catch(() => undefined);
    });
    return release;
  }

  step('asks before files that are on their way are left behind', async () => {
    const { page } = visit;
    const release = await hold();
    await choose(6);
    await rows('waiting').nth(3).waitFor();
    const asked: string[] = [];
    const stay = (dialog: Dialog) => {
      asked.push(dialog.type() === 'confirm' ? dialog.message() : dialog.type());
      void dialog.dismiss();
    };
    page.on('dialog', stay);
    await page
      .getByRole('link', { name: /Outline/ })
      .first()
      .click();
    await page.close({ runBeforeUnload: true });
    while (asked.length < 2) await page.waitForTimeout(50);
    expect(asked).toEqual([expect.stringContaining('Files are still being sent.'), 'beforeunload']);
    page.off('dialog', stay);
    await heading('Your files').waitFor();
    await inspectPage(page, 'sources-sending');
    release();
    await page.getByText('6 of 6 files dealt with.').waitFor();
    await heading('6 sources').waitFor();
    await button('Clear the list').click();
    await page.unrouteAll({ behavior: 'wait' });
  });

  step('stops one, or all that are left, and sends them after all', async () => {
    const { page } = visit;
    const release = await hold();
    await choose(6);
    await button('Cancel “part-6.bib”').click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('part-6.bib');
    await button('Cancel the rest').click();
    await rows('cancelled').nth(1).waitFor();
    release();
    await page.getByText('6 of 6 files dealt with.').waitFor();
    const cancelled = await rows('cancelled').count();
    await inspectPage(page, 'sources-cancelled');
    await button(`Send ${String(cancelled)} again`).click();
    await rows('was here already').nth(5).waitFor();
    expect(await rows('cancelled').count()).toBe(0);
    await button('Clear the list').click();
    await page.unrouteAll({ behavior: 'wait' });
  });

  step('waits for a connection that was lost, and loses nothing', async () => {
    const { page } = visit;
    await page.context().setOffline(true);
    await choose(3);
    await page.getByText('The service cannot be reached.').nth(2).waitFor();
    await inspectPage(page, 'sources-offline');
    await page.context().setOffline(false);
    await button('Send 3 again').click();
    await rows('was here already').nth(2).waitFor();
    await button('Clear the list').click();
  });

  step('went without a broken script', () => {
    expect(visit.complaints).toEqual([]);
  });
});
