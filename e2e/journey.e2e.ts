import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { mailsIn, signInMail } from '../backend/src/testing/mailbox';
import { Api } from './support/api';
import {
  accessibilityFindings,
  launchBrowser,
  openPage,
  photograph,
  sidewaysScroll,
} from './support/browser';
import { journeySteps } from './support/steps';
import { startSystem, type System } from './support/system';
import { countTransfer } from './support/transfer';

const EMAIL = 'olena@example.org';
const LANDING_BUDGET = 200_000;
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';

const BROKEN_BIBTEX = `@article{good2001,
  author = {Good, Ann}, title = {Learning by recalling}, journal = {Letters on Learning}, year = {2001}
}
@article{bad2002,
  author = {Bad, Bob}, title = {Never closed
`;

jest.setTimeout(240_000);

describe('the journey of a student, in a real browser', () => {
  let system: System;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let documentUrl: string;
  const complaints: string[] = [];

  const step = journeySteps(() => photograph(page, 'stranded'));

  beforeAll(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    page = await openPage(browser, complaints);
    context = page.context();
    page.on('console', (message) => {
      // refused requests are part of the journey; a broken policy or script is not
      const expected = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !expected) complaints.push(message.text());
    });
  });

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const link = (name: string | RegExp): Locator => page.getByRole('link', { name });
  const heading = (name: string | RegExp): Locator => page.getByRole('heading', { name });
  const latestMail = async () => signInMail((await mailsIn(system.mailDir)).at(-1));

  /** What every page owes to everybody. */
  async function inspect(name: string): Promise<void> {
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await accessibilityFindings(page)).toEqual([]);
    await photograph(page, name);
  }

  step('explains itself on a landing page that travels light', async () => {
    const transferred = countTransfer(page);
    await page.goto(system.url);
    await heading('A thesis that can show its sources').waitFor();
    await page.waitForLoadState('networkidle');
    const bytes = await transferred();
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(LANDING_BUDGET);
    await inspect('landing');
  });

  step('refuses a sign-in link of nobody kindly', async () => {
    await page.goto(`${system.url}/auth/verify#token=never-sent`);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
    expect(page.url()).toBe(`${system.url}/auth/verify`);
    await inspect('verify-refused');
    await link('Ask for a new mail').click();
  });

  step('signs in by the code of the mail', async () => {
    await button('Send me the mail').click();
    await page.getByText('This is needed.').waitFor();
    await inspect('sign-in');
    await page.getByLabel('E-mail address').fill(EMAIL);
    await button('Send me the mail').click();
    await heading('Look into your mail').waitFor();
    await inspect('sign-in-code');
    const { code } = await latestMail();
    await page.getByLabel('Code from the mail').fill(`${code.slice(0, 4)}-${code.slice(4)}`);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await heading('Your documents').waitFor();
    await button('Sign out').click();
    await heading('A thesis that can show its sources').waitFor();
  });

  step('signs in by the link of the mail, and stays signed in over a reload', async () => {
    await page.goto(`${system.url}/documents`);
    await page.getByLabel('E-mail address').fill(EMAIL);
    await button('Send me the mail').click();
    await heading('Look into your mail').waitFor();
    const { token } = await latestMail();
    await page.goto(`${system.url}/auth/verify#token=${token}`);
    await heading('Almost there').waitFor();
    expect(page.url()).not.toContain(token);
    await inspect('verify');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await heading('Your first thesis, in three steps').waitFor();
    await page.reload();
    await heading('Your first thesis, in three steps').waitFor();
    await inspect('documents-empty');
  });

  step('says under each field of a new document what is wrong with it', async () => {
    await link('Start my own document').click();
    await button('Create and add sources').click();
    await page.getByLabel('Topic').fill('short');
    await page.getByLabel('Pages').fill('900');
    await page.getByLabel('Pages').blur();
    await page.getByText('This is needed.').waitFor();
    await page.getByText('Use at least 10 characters.').waitFor();
    await page.getByText('Use 200 or less.').waitFor();
    await page.getByRole('radio', { name: /^Chicago 17 Footnotes/ }).check();
    await inspect('new-document');
    await link('Cancel').click();
  });

  step('starts with the sample library in one click', async () => {
    await button('Start with the sample library').click();
    await heading(/^\d+ sources$/).waitFor();
    documentUrl = page.url().replace(/\/sources$/, '');
    expect(await page.locator('tg-source-item').count()).toBeGreaterThanOrEqual(40);
  });

  step('takes in what is good of many files and gives the reason for the rest', async () => {
    const files = [
      { name: 'library.bib', mimeType: 'text/plain', buffer: Buffer.from(BROKEN_BIBTEX) },
      { name: 'essay.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\x90\x00program') },
      { name: 'empty.ris', mimeType: 'text/plain', buffer: Buffer.from('') },
    ];
    await page.setInputFiles('input[type=file]', files);
    await page.getByText('1 source added.').waitFor();
    await page.getByText(/Line \d+:/).waitFor();
    await page.locator('tg-upload-list [role=alert]').nth(1).waitFor();
    await page.getByText('Learning by recalling', { exact: true }).waitFor();
    await inspect('sources');
  });

  step('says that nobody is asked about works where nobody is', async () => {
    const words = page.getByLabel('Title, author or subject');
    await words.fill('Learning by recalling');
    await words.press('Enter');
    await page.getByText('Search is not set up here').waitFor();
    await button('Close the results').click();
  });

  step('lets one remove a source', async () => {
    await button('Remove “Learning by recalling”').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('Learning by recalling', { exact: true }).waitFor({ state: 'detached' });
  });

  step('makes an outline that one can change', async () => {
    await link('On to the outline').click();
    await button('Make an outline from my sources').waitFor();
    await inspect('outline-start');
    await button('Make an outline from my sources').click();
    await page.locator('tg-outline-item').first().waitFor();
    const titles = page.getByRole('textbox', { name: /^Title of section/ });
    const before = await titles.count();
    const second = await titles.nth(1).inputValue();
    await button(`Details of “${second}”`).click();
    await page.getByLabel('Key points').fill('What helps\nWhat does not');
    await inspect('outline');
    await titles.nth(1).fill('What makes learning last');
    await titles.nth(1).press('Enter');
    await button('Move “What makes learning last” down').click();
    await button('Move “What makes learning last” up').click();
    await button('Save the outline').click();
    await link('On to writing').waitFor();
    await page.reload();
    await titles.nth(before - 1).waitFor();
    expect(await titles.nth(1).inputValue()).toBe('What makes learning last');
  });

  step('takes an appendix, which is the author’s own', async () => {
    const title = page.getByRole('textbox', { name: 'Title of section A', exact: true });
    await button('Add an appendix').click();
    await title.fill('What the readers were asked');
    await title.press('Enter');
    await inspect('outline-appendix');
    await button('Save the outline').click();
    await link('On to writing').waitFor();
    await page.reload();
    await title.waitFor();
    expect(await title.inputValue()).toBe('What the readers were asked');
    expect(await button('Move “What the readers were asked” up').isDisabled()).toBe(true);
  });

  step('says beforehand what the writing will come to', async () => {
    await link('On to writing').click();
    await page.getByText('Still to be written').waitFor();
    expect(await page.locator('.estimate-facts').innerText()).toMatch(/\d+ sections[^]*no tokens/);
    await inspect('writing-estimate');
  });

  step('writes while one watches, or looks at something else', async () => {
    await button('Start writing').click();
    await page.getByText('You may leave this page').or(link('Read the text')).first().waitFor();
    await inspect('writing');
    await link('All documents').click();
    await link(/How to Study/).click();
    await page.goto(`${documentUrl}/writing`);
    await link('Read the text').waitFor({ timeout: 60_000 });
    await page.getByText('A draft put together from your sources').first().waitFor();
    await inspect('written');
  });

  step('shows the text with every citation open to its source', async () => {
    await link('Read the text').click();
    const citations = page.locator('.tg-citation');
    await citations.first().waitFor();
    expect(await citations.count()).toBeGreaterThan(20);
    const labels = await page.locator('.tg-citation-label').allTextContents();
    expect(
      labels.filter((label) => !/^\(.*\p{L}.*\)$/u.test(label) || label.includes('?')),
    ).toEqual([]);
    await inspect('reading');
    await citations.first().press('Enter');
    const panel = page.getByRole('complementary', { name: 'Sources of the citation' });
    await panel.waitFor();
    await inspect('reading-cited');
    await panel.getByRole('button', { name: 'Show in the bibliography' }).first().click();
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^ref-/);
    await panel.getByRole('button', { name: 'Close' }).click();
  });

  step('keeps a source that the text cites, and says why', async () => {
    const [cited] = await page.locator('.tg-citation').allTextContents();
    const family = /\p{L}+/u.exec(cited ?? '')?.[0] ?? '';
    await page.goto(`${documentUrl}/sources`);
    const source = page.locator('tg-source-item', { hasText: family }).first();
    await source.getByRole('button', { name: /^Remove/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await source.getByRole('alert').waitFor();
    await inspect('source-cited');
    await page.goto(`${documentUrl}/text`);
    await button('Edit “Introduction”').waitFor();
  });

  step('refuses an edit that cites nobody, and keeps its text', async () => {
    await button('Edit “Introduction”').click();
    await button('Show as Markdown').click();
    await page.locator('textarea').waitFor();
    const text = page.getByLabel('Text of “Introduction”');
    await text.fill('Nobody said so [@nobody1999].');
    await button('Save').click();
    await page.getByRole('alert').waitFor();
    expect(await text.inputValue()).toBe('Nobody said so [@nobody1999].');
    await button('Cancel').click();
  });

  step('loses neither text when two windows edit one section', async () => {
    const other = await context.newPage();
    await other.goto(`${documentUrl}/text`);
    const open = async (window: Page) => {
      await window.getByRole('button', { name: 'Edit “Introduction”' }).click();
      await window.getByRole('button', { name: 'Show as Markdown' }).click();
      await window.locator('textarea').waitFor();
    };
    const write = (window: Page, content: string) =>
      window.getByLabel('Text of “Introduction”').fill(content);
    await open(page);
    await open(other);
    await write(other, 'Written in the other window.');
    await other.getByRole('button', { name: 'Save' }).click();
    await other.locator('tg-prose', { hasText: 'Written in the other window.' }).waitFor();
    await other.close();
    await page.bringToFront();
    await write(page, 'Written in this window.');
    await button('Save').click();
    const dialog = page.getByRole('dialog', { name: 'This text was changed elsewhere' });
    await dialog.waitFor();
    await dialog.getByRole('radio', { name: 'My text' }).check();
    await dialog.locator('del', { hasText: 'the other' }).waitFor();
    await inspect('conflict');
    await dialog.getByRole('button', { name: 'Go on with this' }).click();
    await button('Save').click();
    await page.locator('tg-prose', { hasText: 'Written in this window.' }).waitFor();
  });

  step('hands over a Word and a PDF file', async () => {
    await link('On to export').click();
    for (const [format, magic] of [
      ['DOCX', 'PK'],
      ['PDF', '%PDF'],
    ] as const) {
      await button(`Make the ${format} file`).click();
      const download = link(new RegExp(`^Download ${format}`));
      await download.waitFor({ timeout: 60_000 });
      const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
      const content = readFileSync(await file.path());
      expect(content.subarray(0, magic.length).toString()).toBe(magic);
      expect(content.length).toBeGreaterThan(10_000);
    }
    await inspect('export');
  });

  step('keeps the name for title pages', async () => {
    await link('Account').click();
    await page.getByLabel('Full name').fill('Olena Kovalenko');
    await button('Save').click();
    await page.getByText('Saved.').waitFor();
    await inspect('account');
    await page.reload();
    await page.getByLabel('Full name').waitFor();
    expect(await page.getByLabel('Full name').inputValue()).toBe('Olena Kovalenko');
  });

  step('shows where one is signed in, and signs out elsewhere', async () => {
    const elsewhere = await new Api(system, FIREFOX).signIn(EMAIL);
    const program = await new Api(system).signIn(EMAIL);
    await page.reload();
    const sessions = page.locator('tg-session-item');
    await sessions.nth(2).waitFor();
    await sessions.filter({ hasText: 'This browser' }).getByText('Chrome on').waitFor();
    await inspect('account-sessions');
    await button('Sign out: Firefox on Windows').click();
    await page.getByText('Signed out there.').waitFor();
    expect(await sessions.count()).toBe(2);
    expect((await elsewhere.get('/auth/me')).status).toBe(401);
    await inspect('account-signed-out');
    await button('Sign out everywhere else').click();
    await photograph(page, 'account-confirm');
    await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
    await page.getByText('Only this browser is signed in now.').waitFor();
    expect(await sessions.count()).toBe(1);
    expect((await program.get('/auth/me')).status).toBe(401);
  });

  step('speaks its languages at once and after a reload', async () => {
    await page.goto(`${system.url}/documents`);
    for (const [language, title] of [
      ['uk', 'Ваші документи'],
      ['it', 'I tuoi documenti'],
      ['en', 'Your documents'],
    ] as const) {
      await page.locator('.language-picker').selectOption(language);
      await heading(title).waitFor();
      await page.reload();
      await heading(title).waitFor();
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      await inspect(`documents-${language}`);
    }
  });

  step('can be used by the keyboard alone', async () => {
    await page.goto(`${system.url}/documents`);
    await link(/How to Study/).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    for (let stop = 0; stop < 20; stop++) {
      await page.keyboard.press('Tab');
      const text = await page.evaluate(() => document.activeElement?.textContent ?? '');
      if (text.includes('How to Study')) break;
    }
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: 'Steps of the document' }).waitFor();
  });

  step('remembers the dark theme', async () => {
    await button('Switch to the dark theme').click();
    await page.reload();
    await button('Switch to the light theme').waitFor();
    expect(await page.getAttribute('html', 'data-theme')).toBe('dark');
    await button('Switch to the light theme').click();
    // the pictures of later pages follow the system again
    await page.evaluate(() => localStorage.removeItem('tesigo.theme'));
  });

  step('deletes a document only on the word of its owner', async () => {
    await page.goto(`${system.url}/documents`);
    await button(/^Delete “How to Study/).click();
    await button('Keep it').click();
    await link(/How to Study/).waitFor();
    await button(/^Delete “How to Study/).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await heading('Your first thesis, in three steps').waitFor();
    await page.goto(documentUrl);
    await page.getByRole('alert').waitFor();
  });

  step('signs out though the server cannot be told, and tells it later', async () => {
    const leave = '**/api/v1/auth/logout';
    await page.route(leave, (route) => route.abort());
    await button('Sign out').click();
    await page.getByText('You are signed out in this browser').waitFor();
    await inspect('signed-out-untold');
    await page.unroute(leave);
    const told = page.waitForResponse(leave);
    await page.goto(`${system.url}/documents`);
    await page.getByLabel('E-mail address').waitFor();
    expect((await told).status()).toBe(204);
    expect(page.url()).toBe(`${system.url}/sign-in?returnUrl=%2Fdocuments`);
  });

  step('answers an address that leads nowhere', async () => {
    await page.goto(`${system.url}/no-such-page`);
    await heading('There is nothing at this address').last().waitFor();
    await inspect('not-found');
  });

  step('went without a broken script or policy', () => {
    expect(complaints).toEqual([]);
  });
});
