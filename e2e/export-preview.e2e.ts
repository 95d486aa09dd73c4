import type { Browser, Locator, Page } from 'playwright-core';
import { Api } from './support/api';
import { inspectPage, launchBrowser, openPage, photograph } from './support/browser';
import { type ReadThesis, writeFromFiles } from './support/read-thesis';
import { signInByCode } from './support/sign-in';
import { journeySteps } from './support/steps';
import { startSystem, type System } from './support/system';

const EMAIL = 'taras@example.org';

jest.setTimeout(300_000);

describe('the pages of a finished file, before it is downloaded, in a real browser', () => {
  let system: System;
  let browser: Browser;
  let page: Page;
  let api: Api;
  let thesis: ReadThesis;
  const complaints: string[] = [];

  const step = journeySteps(() => photograph(page, 'stranded-preview'));

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

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const viewer = (): Locator => page.locator('tg-pdf-viewer');
  const pageField = (): Locator => viewer().getByLabel('Page', { exact: true });
  const drawn = (): Locator => page.locator('.tg-pdf-page:not([aria-busy])');

  /** Rules, so that the file is held against them; a report names pages only of what is broken. */
  async function stateRules(): Promise<void> {
    const rules = { formatting: { fontSize: 12 }, titlePage: {} };
    const { status } = await api.request(
      'PUT',
      `/documents/${thesis.documentId}/requirements`,
      rules,
    );
    expect(status).toBe(200);
    await page.route('**/export/pdf/compliance*', async (route) => {
      const report = (await (await route.fetch()).json()) as { outcomes: object[] };
      const broken = { state: 'broken', found: '9 pt', places: ['page 3: “Some words”'] };
      report.outcomes = report.outcomes.map((outcome) => ({ ...outcome, ...broken }));
      await route.fulfill({ json: report });
    });
  }

  step('shows the pages of the very PDF that is downloaded', async () => {
    await stateRules();
    await page.goto(`${system.url}/documents/${thesis.documentId}/export`);
    await signInByCode(page, system, EMAIL);
    await button('Show the pages').press('Enter');
    await viewer().waitFor({ timeout: 60_000 });
    await drawn().first().waitFor();
    expect(await page.locator(':focus').innerText()).toBe('The pages as they will be');
    const link = await page.getByRole('link', { name: /^Download PDF/ }).getAttribute('href');
    const bytes = Buffer.from(await (await fetch(link!)).arrayBuffer());
    const count = bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)!.length;
    await viewer()
      .getByText(`of ${String(count)}`, { exact: true })
      .waitFor();
    await page.locator('.tg-pdf-scroller').focus();
    await page.keyboard.press('End');
    await page.locator(`.tg-pdf-page[data-page="${String(count)}"]`).waitFor();
    expect(await pageField().inputValue()).toBe(String(count));
  });

  step('leads from what the report says to the page', async () => {
    await button('page 3: “Some words”').first().press('Enter');
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('.tg-pdf-page-field')?.value === '3',
    );
    expect(await page.locator(':focus').innerText()).toBe('The pages as they will be');
    await page.keyboard.press('Tab');
    expect(await page.locator('tg-pdf-viewer :focus').count()).toBe(1);
    await inspectPage(page, 'export-preview');
    // a phone is narrower, and the page in sight is still the one that was asked for
    expect(await pageField().inputValue()).toBe('3');
    expect(complaints).toEqual([]);
  });

  step('leaves the focus on what takes the place of the button that was pressed', async () => {
    await button('Make the DOCX file').press('Enter');
    await page.getByRole('link', { name: /^Download DOCX/ }).waitFor({ timeout: 60_000 });
    await page.waitForFunction(() => document.activeElement?.id === 'download-docx');
  });
});
