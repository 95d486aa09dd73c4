import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { mailsIn, signInMail } from '../backend/src/testing/mailbox';
import { launchBrowser, openPage, photograph } from './support/browser';
import { Keyboard } from './support/keyboard';
import { journeySteps } from './support/steps';
import { startSystem, type System } from './support/system';

const EMAIL = 'nadia@example.org';
const LIBRARY = resolve(__dirname, '../samples/learning-science/library.json');

jest.setTimeout(240_000);

describe('the whole way by the keyboard alone, in a real browser', () => {
  let system: System;
  let browser: Browser;
  let page: Page;
  let keyboard: Keyboard;
  const complaints: string[] = [];

  const step = journeySteps(() => photograph(page, 'stranded-keyboard'));

  beforeAll(async () => {
    system = await startSystem();
    browser = await launchBrowser();
    page = await openPage(browser, complaints);
    keyboard = new Keyboard(page);
  });

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const main = () => page.getByRole('main');
  const button = (name: string | RegExp): Locator => main().getByRole('button', { name });
  const link = (name: string | RegExp): Locator => main().getByRole('link', { name });
  const field = (name: string): Locator => page.getByLabel(name, { exact: true });
  const isFocused = (wanted: Locator) =>
    wanted.evaluate((element) => element === document.activeElement);

  step('signs in', async () => {
    await page.goto(system.url);
    await keyboard.press(page.getByRole('link', { name: 'Skip to the content' }));
    await keyboard.press(link('Start your document'));
    await keyboard.type(field('E-mail address'), EMAIL);
    await page.keyboard.press('Enter');
    const code = field('Code from the mail');
    await code.waitFor();
    expect(await isFocused(code)).toBe(true);
    await keyboard.type(code, signInMail((await mailsIn(system.mailDir)).at(-1)).code);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your first thesis, in three steps' }).waitFor();
  });

  step('begins a document of its own', async () => {
    await keyboard.press(link('Start my own document'));
    await page.getByRole('heading', { name: 'New document' }).waitFor();
    await keyboard.type(field('Title'), 'What learners keep');
    await keyboard.type(field('Topic'), 'How retrieval practice and spacing help to remember');
    await keyboard.choose(field('Kind of work'), 'Essay');
    await keyboard.type(field('Pages'), '6');
    await page.locator('tg-price-ahead').getByText('Writing takes').waitFor();
    const first = page.getByRole('radio', { checked: true });
    await first.waitFor();
    await keyboard.to(first);
    const before = await first.getAttribute('value');
    await page.keyboard.press('ArrowDown');
    expect(await first.getAttribute('value')).not.toBe(before);
    await keyboard.press(button('Create and add sources'));
    await page.waitForURL('**/sources');
  });

  step('adds a file of sources', async () => {
    const chooser = page.waitForEvent('filechooser');
    await keyboard.press(page.locator('input[type=file]').first(), 'Space');
    await (await chooser).setFiles(LIBRARY);
    await page.getByRole('heading', { name: /^\d+ sources$/ }).waitFor();
    await keyboard.press(link('On to the outline'));
  });

  step('makes an outline and arranges it', async () => {
    await keyboard.press(button('Make an outline from my sources'));
    const titles = main().getByRole('textbox', { name: /^Title of section/ });
    await titles.first().waitFor();
    expect(await isFocused(titles.first())).toBe(true);
    await keyboard.to(titles.nth(2));
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText(/is number 2 now/).waitFor({ state: 'attached' });
    const title = await titles.nth(1).inputValue();
    await keyboard.press(button(`Details of “${title}”`));
    const before = await titles.count();
    await keyboard.press(button('Section after this'));
    await titles.nth(before).waitFor();
    expect(await isFocused(titles.nth(2))).toBe(true);
    await keyboard.type(titles.nth(2), 'What spacing does');
    await page.keyboard.press('Tab');
    await keyboard.press(button('Details of “What spacing does”'));
    await keyboard.press(button('Remove').last());
    await titles.nth(before).waitFor({ state: 'detached' });
    expect(await isFocused(titles.nth(2))).toBe(true);
    await keyboard.press(button('Save the outline'));
    await link('On to writing').waitFor();
    await keyboard.press(link('On to writing'));
  });

  step('has it written', async () => {
    await keyboard.press(button('Start writing'));
    await link('Read the text').waitFor({ timeout: 60_000 });
    // where the button was, and not at the top of the page
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H3');
    await keyboard.press(link('Read the text'));
  });

  step('reads a citation, and edits a section', async () => {
    const citation = page.locator('.tg-citation').first();
    await keyboard.press(citation);
    const panel = page.getByRole('complementary', { name: 'Sources of the citation' });
    await panel.waitFor();
    await keyboard.press(panel.getByRole('button', { name: 'Close' }));
    await panel.waitFor({ state: 'detached' });
    expect(await isFocused(citation)).toBe(true);
    await keyboard.to(button('Edit “Introduction”'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    const text = page.getByRole('textbox', { name: 'Text of “Introduction”' });
    await text.and(page.locator('.ProseMirror-focused')).waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' So I think too.');
    const stored = page.waitForResponse((response) => response.request().method() === 'PATCH');
    await page.keyboard.press('Control+s');
    expect((await stored).status()).toBe(200);
    await page.locator('.save-state', { hasText: 'Saved' }).waitFor();
    await keyboard.press(button('Save and close'));
    await page.locator('tg-prose', { hasText: 'So I think too.' }).waitFor();
    await keyboard.press(link('On to export'));
  });

  step('takes the files along', async () => {
    for (const [format, magic] of [
      ['DOCX', 'PK'],
      ['PDF', '%PDF'],
    ] as const) {
      await keyboard.press(button(`Make the ${format} file`));
      const file = link(new RegExp(`^Download ${format}`));
      await file.waitFor({ timeout: 60_000 });
      const download = page.waitForEvent('download');
      await keyboard.press(file);
      const content = readFileSync(await (await download).path());
      expect(content.subarray(0, magic.length).toString()).toBe(magic);
    }
  });

  step('sees every stop of every page, also on a phone', async () => {
    const work = page.url().replace(/\/export$/, '');
    const steps = ['sources', 'outline', 'writing', 'text', 'requirements', 'export'];
    const pages = ['/documents', '/documents/new', '/payments'].map((path) => system.url + path);
    await page.setViewportSize({ width: 360, height: 780 });
    for (const url of [...pages, ...steps.map((name) => `${work}/${name}`)]) {
      await page.goto(url);
      await page.waitForLoadState('networkidle');
      await keyboard.through();
    }
    await page.setViewportSize({ width: 1280, height: 860 });
    expect([...keyboard.faults]).toEqual([]);
  });

  step('chooses its language and look, and signs out', async () => {
    await keyboard.to(page.getByRole('link', { name: 'Account' }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Language and look' }).waitFor();
    await keyboard.choose(field('Theme'), 'Dark');
    await page.locator('html[data-theme=dark]').waitFor();
    await keyboard.to(page.getByRole('button', { name: 'Sign out', exact: true }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'A thesis that can show its sources' }).waitFor();
  });

  step('always saw where it was', () => {
    expect([...keyboard.faults]).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
