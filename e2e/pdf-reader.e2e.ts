import type { Browser, Locator, Page } from 'playwright-core';
import { Api } from './support/api';
import { inspectPage, launchBrowser, openPage, photograph } from './support/browser';
import { type ReadThesis, writeFromFiles } from './support/read-thesis';
import { signInByCode } from './support/sign-in';
import { journeySteps } from './support/steps';
import { startSystem, type System } from './support/system';

const EMAIL = 'olena@example.org';

interface Citation {
  ordinal: number;
  state: string;
  passage: { id: string; page: number | null; text: string; start: number; end: number } | null;
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

jest.setTimeout(300_000);

describe('reading in sources, and the pages of the PDF, in a real browser', () => {
  let system: System;
  let browser: Browser;
  let page: Page;
  let api: Api;
  let thesis: ReadThesis;
  const complaints: string[] = [];

  const step = journeySteps(() => photograph(page, 'stranded-pdf'));

  beforeAll(async () => {
    system = await startSystem();
    api = await new Api(system).signIn(EMAIL);
    thesis = await writeFromFiles(api);
    browser = await launchBrowser();
    page = await openPage(browser, complaints);
  });

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const viewer = (): Locator => page.locator('tg-pdf-viewer');
  const pageField = (): Locator => viewer().getByLabel('Page', { exact: true });
  const drawn = (): Locator => page.locator('.tg-pdf-page:not([aria-busy])');

  async function firstCited(sourceId: string): Promise<Citation> {
    const path = `/documents/${thesis.documentId}/sources/${sourceId}/citations`;
    const { items } = (await api.get<{ items: Citation[] }>(path)).body;
    const cited = items.find(({ passage }) => passage !== null);
    if (cited === undefined) throw new Error('nothing of the source is cited');
    return cited;
  }

  /** The marked words with the page on which they stand, and whether they are in sight. */
  const marked = () =>
    page.evaluate(() => {
      const marks = [...document.querySelectorAll('.tg-pdf-mark-passage')];
      const scroller = document.querySelector('.tg-pdf-scroller')!.getBoundingClientRect();
      const place = marks[0]!.getBoundingClientRect();
      return {
        words: marks.map((mark) => mark.textContent).join(' '),
        page: Number(marks[0]!.closest('.tg-pdf-page')!.getAttribute('data-page')),
        inSight: place.top >= scroller.top && place.bottom <= scroller.bottom,
        wide: place.width > 20,
      };
    });

  step('leads from the evidence of a citation to its words in the PDF', async () => {
    await page.goto(`${system.url}/documents/${thesis.documentId}/text`);
    await signInByCode(page, system, EMAIL);
    const { ordinal, passage } = await firstCited(thesis.pdf.id);
    await page.locator(`[id="${thesis.sectionId}-citation-${String(ordinal)}"]`).press('Enter');
    await page.getByRole('link', { name: 'Read it in the source' }).first().click();
    await page.locator('.tg-pdf-mark-passage').first().waitFor();
    await drawn().first().waitFor();
    const shown = await marked();
    expect(letters(shown.words)).toBe(letters(passage!.text.slice(passage!.start, passage!.end)));
    expect(shown).toMatchObject({ page: passage!.page, inSight: true, wide: true });
    expect(await page.locator('.cited-place-chosen tg-support-badge').count()).toBe(1);
    await inspectPage(page, 'pdf-reader');
  });

  step('draws what its file says, in place of nothing', async () => {
    // the window was narrow a moment ago, and its small picture stays until the new one is ready
    await page.waitForFunction(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.tg-pdf-page canvas')!;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return data.filter((value, at) => at % 4 === 0 && value < 100).length > 500;
    });
    expect(complaints).toEqual([]);
  });

  step('goes through a long file by the keyboard, and keeps only some of it', async () => {
    await page.locator('.tg-pdf-scroller').focus();
    await page.keyboard.press('End');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.tg-pdf-page-field')?.value === '30',
    );
    await page.keyboard.press('ArrowLeft');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.tg-pdf-page-field')?.value === '29',
    );
    expect(await page.locator('.tg-pdf-page').count()).toBeLessThanOrEqual(6);
    await pageField().fill('12');
    await pageField().press('Enter');
    await page.locator('.tg-pdf-page[data-page="12"]').waitFor();
    await page.locator('.tg-pdf-scroller').focus();
    await page.keyboard.press('+');
    await viewer().getByText('125%').waitFor();
    await page.keyboard.press('0');
    await viewer().getByText('100%').waitFor();
  });

  step('finds words on whatever page they stand', async () => {
    await page.keyboard.press('Control+f');
    // what is typed before the field is there goes nowhere
    await page.locator('tg-pdf-find input:focus').waitFor();
    await page.keyboard.type('about theatres than');
    // what was typed first stands in more places
    await viewer().locator('tg-pdf-find').getByText('1 of 1').waitFor();
    await page.locator('.tg-pdf-mark-current').waitFor();
    const found = page.locator('.tg-pdf-page:has(.tg-pdf-mark-current)');
    expect(await found.getAttribute('data-page')).toBe('14');
    await inspectPage(page, 'pdf-find');
    await page.locator('tg-pdf-find input').press('Escape');
    await page.locator('.tg-pdf-mark-current').waitFor({ state: 'detached' });
  });

  step('shows a Word file as its text, with the words marked', async () => {
    const { passage } = await firstCited(thesis.docx.id);
    await page.goto(`${system.url}/documents/${thesis.documentId}/sources`);
    await page.getByRole('link', { name: 'Read “notes”' }).click();
    await page.locator('.cited-place-words').first().click();
    const words = await page.locator('.source-text-mark:visible').innerText();
    expect(letters(words)).toBe(letters(passage!.text.slice(passage!.start, passage!.end)));
    await inspectPage(page, 'docx-reader');
  });

  step('says of a source without its file why, and shows its text', async () => {
    await page.route('**/files', (route) => route.fulfill({ json: { items: [] } }));
    await page.goto(`${system.url}/documents/${thesis.documentId}/sources/${thesis.pdf.id}`);
    await page.getByText('The file itself is not kept here').waitFor();
    await page.locator('.source-text-words p').first().waitFor();
    await inspectPage(page, 'reader-without-file');
    await page.unroute('**/files');
  });
});
