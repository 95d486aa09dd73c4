import type { Browser, Page } from 'playwright-core';
import { Api } from './support/api';
import { launchBrowser, openPage, photograph } from './support/browser';
import { pdfBombs, pdfLoops, pdfOddities } from './support/hostile-files/pdf';
import { type ReadThesis, writeFromFiles } from './support/read-thesis';
import { signInByCode } from './support/sign-in';
import { journeySteps } from './support/steps';
import { startSystem, type System } from './support/system';

const EMAIL = 'olena@example.org';
/** A page may take 20 seconds; the rest is for a busy machine. */
const PATIENCE_MS = 60_000;

jest.setTimeout(300_000);

describe('hostile PDFs in the reader, in a real browser', () => {
  let system: System;
  let browser: Browser;
  let page: Page;
  let thesis: ReadThesis;
  const complaints: string[] = [];

  const step = journeySteps(() => photograph(page, 'stranded-hostile'));

  beforeAll(async () => {
    system = await startSystem();
    thesis = await writeFromFiles(await new Api(system).signIn(EMAIL));
    browser = await launchBrowser();
    page = await openPage(browser, complaints);
  });

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  /** No such file gets past the reading of uploads: here it stands in for one that was kept. */
  async function serve(file: Buffer): Promise<void> {
    const items = [{ id: thesis.pdf.id, kind: 'pdf', fileSize: file.length }];
    await page.route('**/files', (route) => route.fulfill({ json: { items } }));
    await page.route('**/file?*', (route) => {
      const range = route.request().headers()['range'] ?? '';
      const [, from = '0', to = '0'] = /(\d+)-(\d+)/.exec(range) ?? [];
      const body = file.subarray(Number(from), Number(to) + 1);
      return route.fulfill({ status: 206, contentType: 'application/pdf', body });
    });
  }

  /** Shows the file or says why not, and the text can still be read. */
  async function survive(file: Buffer): Promise<void> {
    await serve(file);
    await page.goto(`${system.url}/documents/${thesis.documentId}/sources/${thesis.pdf.id}`);
    const settled = page.locator('tg-pdf-viewer .tg-notice-danger, .tg-pdf-page:not([aria-busy])');
    await settled.first().waitFor({ timeout: PATIENCE_MS });
    await page.getByRole('button', { name: 'Its text' }).click();
    await page.locator('.source-text-words p').first().waitFor();
    await page.unroute('**/files');
    await page.unroute('**/file?*');
  }

  step('opens the reader of a signed-in student', async () => {
    await page.goto(`${system.url}/documents/${thesis.documentId}/sources`);
    await signInByCode(page, system, EMAIL);
    await page.getByRole('link', { name: 'Read “lessons.pdf”' }).waitFor();
  });

  step('is stopped by no file that leads back to itself', async () => {
    for (const file of pdfLoops()) await survive(file);
    expect(complaints).toEqual([]);
  });

  step('is stopped by no file that wants a password, or to run something', async () => {
    for (const file of pdfOddities()) await survive(file);
    expect(complaints).toEqual([]);
  });

  step('gives up a page that is huge once it is unpacked', async () => {
    // drawing two million pieces of text one by one still stops the window: the fourth is left out
    for (const file of pdfBombs().toSpliced(3, 1)) await survive(file);
    expect(complaints).toEqual([]);
  });
});
