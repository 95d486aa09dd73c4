import type { Locator, Page } from 'playwright-core';
import { inspectPage, photograph } from './support/browser';
import { sourceForm } from './support/private-thesis';
import { manyReferences } from './support/source-files';
import { openSourcesPage, type SourcesVisit } from './support/sources-visit';
import { journeySteps } from './support/steps';

/** What people take for at once, with room for a machine that does other things. */
const SMOOTH_MS = 300;

/** Runs in the page: what the list says it shows after a filter is typed, and after how long. */
async function typeInto(wish: string): Promise<[string, number]> {
  const field = document.querySelector<HTMLInputElement>('.sources-filter')!;
  const begin = performance.now();
  field.value = wish;
  field.dispatchEvent(new Event('input'));
  const said = () => document.querySelector('.sources-list > [role=status]')?.textContent.trim();
  const before = said();
  while (said() === before) await new Promise(requestAnimationFrame);
  return [said() ?? '', performance.now() - begin];
}

/** The same where another source is chosen. */
async function choose(wish: string): Promise<[string, number]> {
  const dialog = document.querySelector('dialog[open]')!;
  const field = dialog.querySelector('input')!;
  const begin = performance.now();
  field.value = wish;
  field.dispatchEvent(new Event('input'));
  const said = () => dialog.querySelector('[role=status]')?.textContent.trim();
  const before = said();
  while (said() === before) await new Promise(requestAnimationFrame);
  return [said() ?? '', performance.now() - begin];
}

jest.setTimeout(180_000);

describe('a library of a thousand sources, in a real browser', () => {
  let visit: SourcesVisit;
  let page: Page;

  const step = journeySteps(() => photograph(visit.page, 'stranded-list'));

  beforeAll(async () => {
    visit = await openSourcesPage('librarian@example.org', async (api, id) => {
      const { buffer, name } = manyReferences(1000);
      const form = sourceForm(new Uint8Array(buffer), name);
      expect((await api.post(`/documents/${id}/sources`, form)).status).toBe(201);
    });
    ({ page } = visit);
  });

  afterAll(() => visit?.close());

  const rows = (): Locator => page.locator('li[aria-setsize="1000"]');
  const row = (place: number): Locator => page.locator(`li[aria-posinset="${String(place)}"]`);

  step('has few of them on the page, and says of each which it is', async () => {
    await page.getByRole('heading', { name: '1,000 sources' }).waitFor();
    await row(1).getByText('Thousand 0', { exact: true }).waitFor();
    expect(await rows().count()).toBeLessThan(50);
    await inspectPage(page, 'sources-thousand');
  });

  step('goes on from one to the next by the keyboard alone', async () => {
    await row(1).getByRole('button').first().focus();
    for (let stop = 0; stop < 4 * 30; stop++) await page.keyboard.press('Tab');
    const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(name).toBe('Check “Thousand 30”');
    await row(31).getByRole('button').first().and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+End');
    await row(1000).getByText('Thousand 999', { exact: true }).waitFor();
    await page.keyboard.press('Control+Home');
    await row(1).getByText('Thousand 0', { exact: true }).waitFor();
  });

  step('finds some of them at once', async () => {
    const [said, milliseconds] = await page.evaluate(typeInto, 'Thousand 77');
    expect(said).toBe('19 sources shown.');
    expect(milliseconds).toBeLessThan(SMOOTH_MS);
    expect(await page.locator('tg-source-item').count()).toBe(19);
    await page.getByRole('searchbox', { name: 'Find in the sources' }).fill('');
  });

  step('orders them', async () => {
    await page.getByRole('combobox', { name: 'Order' }).selectOption('By title');
    await row(3).getByText('Thousand 2', { exact: true }).waitFor();
    await page.getByText('What do the signs mean?').click();
    await page.getByText('An index of published works knows this work').waitFor();
    await inspectPage(page, 'sources-legend');
  });

  step('offers all of them where one is the same work as another, a few at a time', async () => {
    await page.getByRole('button', { name: '“Thousand 0” is the same work as another' }).click();
    const choices = page.getByRole('dialog').locator('.join-choice');
    await choices.first().waitFor();
    expect(await choices.count()).toBe(20);
    await page.getByText('979 more.').waitFor();
    const [said, milliseconds] = await page.evaluate(choose, 'Thousand 77');
    expect(said).toBe('19 sources to choose from.');
    expect(milliseconds).toBeLessThan(SMOOTH_MS);
    await inspectPage(page, 'sources-joining-thousand');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  });

  step('removes one from among them', async () => {
    await page.getByRole('button', { name: 'Remove “Thousand 3”' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('heading', { name: '999 sources' }).waitFor();
    await page.getByText('Thousand 3', { exact: true }).waitFor({ state: 'detached' });
  });

  step('went without a broken script', () => {
    expect(visit.complaints).toEqual([]);
  });
});
