import type { Browser, Page } from 'playwright-core';
import { Api } from './support/api';
import { inspectPage, launchBrowser, openPage, photograph } from './support/browser';
import { pdfBombs, pdfLoops, pdfOddities, pdfWithEndlessPage } from './support/hostile-files/pdf';
import { type ReadThesis, writeFromFiles } from './support/read-thesis';
import { signInByCode } from './support/sign-in';
import { journeySteps } from './support/steps';
import { startSystem, type System } from './support/system';
import { longestFreeze, watchFreezes } from './support/window-freezes';

const EMAIL = 'olena@example.org';
/** A page may take 10 seconds; the rest is for a busy machine. */
const PATIENCE_MS = 60_000;
/** More is a window that does not answer; a busy machine alone takes some of it. */
const LONGEST_FREEZE_MS = 1500;

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
    await watchFreezes(page);
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

  /** Shows the file or says why not, always answers, and the text can still be read. */
  async function survive(file: Buffer): Promise<void> {
    await serve(file);
    await page.goto(`${system.url}/documents/${thesis.documentId}/sources/${thesis.pdf.id}`);
    const settled = page.locator('tg-pdf-viewer .tg-notice-danger, .tg-pdf-page:not([aria-busy])');
    await settled.first().waitFor({ timeout: PATIENCE_MS });
    await page.getByRole('button', { name: 'Its text' }).click();
    await page.locator('.source-text-words p').first().waitFor();
    expect(await longestFreeze(page)).toBeLessThan(LONGEST_FREEZE_MS);
    await page.unroute('**/files');
    await page.unroute('**/file?*');
  }

  step('opens the reader of a signed-in student', async () => {
    await page.goto(`${system.url}/documents/${thesis.documentId}/sources`);
    await signInByCode(page, system, EMAIL);
    await page.getByRole('link', { name: 'Read “lessons”' }).waitFor();
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
    for (const file of pdfBombs()) await survive(file);
    expect(complaints).toEqual([]);
  });

  step('leads past a page that never ends to the others, and says what is wrong', async () => {
    await serve(pdfWithEndlessPage());
    await page.goto(`${system.url}/documents/${thesis.documentId}/sources/${thesis.pdf.id}`);
    await page.getByText('This page is too complex').waitFor({ timeout: PATIENCE_MS });
    await page.getByRole('button', { name: 'Next page' }).click();
    await page.locator('[data-page="2"]:not([aria-busy]) .tg-pdf-text span').first().waitFor();
    expect(await longestFreeze(page)).toBeLessThan(LONGEST_FREEZE_MS);
    await page.getByRole('button', { name: 'Previous page' }).click();
    await inspectPage(page, 'pdf-page-too-complex');
    expect(complaints).toEqual([]);
  });
});
