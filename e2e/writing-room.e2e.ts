import { setTimeout as delay } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import type { Api } from './support/api';
import { inspectPage, photograph } from './support/browser';
import { signInByCode } from './support/sign-in';
import { journeySteps } from './support/steps';
import type { System } from './support/system';
import { openWrittenThesis, type WrittenThesis } from './support/written-thesis';

const EMAIL = 'oksana@example.org';

interface Section {
  id: string;
  title: string;
  content: string;
  version: number;
}

jest.setTimeout(240_000);

/** A picture of one colour. */
const picture = () =>
  sharp({ create: { width: 320, height: 200, channels: 3, background: '#8a2f2a' } })
    .png()
    .toBuffer();

describe('the writing room, in a real browser', () => {
  let thesis: WrittenThesis;
  let system: System;
  let page: Page;
  let api: Api;
  let documentId: string;
  let first: Section;

  const step = journeySteps(() => photograph(page, 'stranded-room'));

  beforeAll(async () => {
    thesis = await openWrittenThesis(EMAIL);
    ({ system, page, api, documentId } = thesis);
  });

  afterAll(() => thesis?.close());

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const tool = (name: string): Locator =>
    page.getByRole('toolbar').getByRole('button', { name, exact: true });
  const text = (on = page): Locator => on.getByRole('textbox', { name: /^Text of “/ });
  const state = (said: string, on = page): Locator => on.locator('.save-state', { hasText: said });
  const chips = (): Locator => text().locator('.tg-citation');
  const url = () => `${system.url}/documents/${documentId}/text`;

  const sections = async () =>
    (await api.get<{ sections: Section[] }>(`/documents/${documentId}`)).body.sections;
  const stored = async () => (await sections())[0]!;

  /** A while after it has the focus and after each key: the editor reads the cursor later. */
  async function focused(on = page): Promise<void> {
    await text(on).and(on.locator('.ProseMirror-focused')).waitFor();
    await on.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  }

  async function go(where: 'End' | 'Home', on = page): Promise<void> {
    await on.keyboard.press(`Control+${where}`);
    await focused(on);
  }

  async function open(on: Page): Promise<void> {
    await on.getByRole('button', { name: `Edit “${first.title}”` }).click();
    await focused(on);
  }

  /** Waits until the server has these words. */
  async function holds(words: string): Promise<string> {
    for (let left = 200; left > 0; left--) {
      const { content } = await stored();
      if (content.includes(words)) return content;
      await delay(100);
    }
    throw new Error(`“${words}” was not stored`);
  }

  async function save(words: string, on = page): Promise<string> {
    await on.keyboard.press('Control+s');
    const content = await holds(words);
    await state('Saved', on).waitFor();
    return content;
  }

  step(
    'opens a section with its citations as the reader sees them, and changes nothing',
    async () => {
      await page.goto(url());
      await signInByCode(page, system, EMAIL);
      first = await stored();
      await open(page);
      expect(await chips().count()).toBeGreaterThan(0);
      expect(await chips().first().textContent()).toMatch(/^\(.*\d{4}/);
      await go('End');
      await page.keyboard.type(' ');
      await page.keyboard.press('Backspace');
      await inspectPage(page, 'room');
      await button('Save and close').click();
      await text().waitFor({ state: 'detached' });
      expect(await stored()).toEqual(first);
    },
  );

  step('stores what is typed by itself, and leaves every other byte as it was', async () => {
    await open(page);
    await go('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('An **open** question. ');
    await tool('Bold').click();
    await page.keyboard.type('Truly');
    await tool('Bold').click();
    await page.keyboard.type(' open.');
    const content = await holds('Truly');
    await state('Saved').waitFor();
    expect(content).toBe(
      `${first.content.trimEnd()}\n\nAn \\*\\*open\\*\\* question. **Truly** open.`,
    );
  });

  step('cites a source by typing, with its page, by the keyboard alone', async () => {
    const before = await chips().count();
    await page.keyboard.type(' So others say @');
    const field = page.getByRole('combobox', { name: 'Source to cite' });
    await field.waitFor();
    await page.keyboard.type('a, 12');
    await page.getByText('Page 12 will be cited.').waitFor();
    await inspectPage(page, 'room-cite');
    const second = page.locator('tg-citation-picker').getByRole('option').nth(1);
    await page.keyboard.press('ArrowDown');
    // the next key would be told to the option that is marked then
    await second.and(page.getByRole('option', { selected: true })).waitFor();
    const title = await second.locator('.source-option-title').innerText();
    await page.keyboard.press('Enter');
    await field.waitFor({ state: 'detached' });
    await focused();
    expect(await chips().count()).toBe(before + 1);
    expect(await chips().last().textContent()).toContain('p. 12');
    await page.keyboard.type('.');
    await focused();
    await page.keyboard.press('ArrowLeft');
    await focused();
    await page.keyboard.press('ArrowLeft');
    await text().locator('.tg-citation.ProseMirror-selectednode').waitFor();
    await page.keyboard.press('Enter');
    const card = page.locator('tg-citation-card');
    await card.waitFor();
    expect(await card.innerText()).toContain(title);
    await inspectPage(page, 'room-citation');
    await page.getByLabel('Page').fill('13-14');
    await page.keyboard.press('Enter');
    await card.waitFor({ state: 'detached' });
    await focused();
    expect(await chips().last().textContent()).toContain('pp. 13–14');
    await page.keyboard.press('Control+z');
    expect(await chips().last().textContent()).toContain('p. 12');
    await page.keyboard.press('Control+Shift+z');
  });

  step('says in the text’s own place what the server refuses', async () => {
    await go('End');
    await page.keyboard.insertText(' As [@nobody1999] says.');
    await page.keyboard.press('Control+s');
    const alert = page.getByRole('alert');
    await alert.getByRole('button', { name: 'Show the place' }).nth(1).waitFor();
    expect(await alert.innerText()).toContain('nobody1999');
    expect(await alert.innerText()).toContain('has no page 13');
    await inspectPage(page, 'room-refused');
    await go('End');
    for (const _ of ' As [@nobody1999] says.') await page.keyboard.press('Backspace');
    await chips().last().click();
    await page.getByLabel('Page').fill('');
    await page.keyboard.press('Enter');
    await page.locator('tg-citation-card').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+s');
    expect(await holds('So others say [@')).toMatch(/So others say \[@[^,\]]+\]\./);
  });

  step('finds and replaces here and in the whole text', async () => {
    await tool('Find and replace').click();
    await page.getByLabel('Find', { exact: true }).fill('the');
    await page.getByText(/in other sections: [1-9]/).waitFor();
    await inspectPage(page, 'room-find');
    await page.getByLabel('Find', { exact: true }).fill('Truly');
    await page.getByText('here: 1 · in other sections: 0').waitFor();
    await page.getByLabel('Replace by').fill('Really');
    await button('Replace all here').click();
    await page.keyboard.press('Escape');
    expect(await text().innerText()).toContain('Really open.');
  });

  step('counts what is written against what was planned', async () => {
    const counts = await page.locator('.counts-line').innerText();
    expect(counts).toMatch(/\d+ of about \d+ words/);
    expect(counts).toMatch(/about \d+ of \d+ pages/);
  });

  step('shows its keys, and only the text to those who wish', async () => {
    await tool('Keys').click();
    await page.getByRole('dialog', { name: 'Keys of the writing room' }).waitFor();
    await inspectPage(page, 'room-keys');
    await page.keyboard.press('Escape');
    await tool('Only the text').click();
    await page.locator('tg-header').waitFor({ state: 'hidden' });
    await inspectPage(page, 'room-focus');
    await tool('Only the text').click();
    await page.locator('tg-header').waitFor();
  });

  step('puts a figure and a formula into the text', async () => {
    await text().focus();
    await focused();
    await go('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('With $E=mc^2$ it is said.');
    await text().locator('.tg-formula math').waitFor();
    await page.keyboard.press('Enter');
    await tool('Figure').click();
    const dialog = page.getByRole('dialog', { name: 'Put a figure into the text' });
    await dialog.locator('input[type=file]').setInputFiles({
      ...{ name: 'forgetting.png', mimeType: 'image/png', buffer: await picture() },
    });
    await dialog.getByLabel('Caption').fill('What is forgotten in a week');
    await dialog.getByRole('button', { name: 'Put it into the text' }).click();
    await dialog.getByText('Please say in a sentence').waitFor();
    await dialog.getByLabel('What it shows').fill('A falling curve.');
    await inspectPage(page, 'room-figure');
    await dialog.getByRole('button', { name: 'Put it into the text' }).click();
    await text().locator('figure img').waitFor();
    const content = await save('$E=mc^2$');
    expect(content).toContain('![What is forgotten in a week](figure:forgetting){#fig:forgetting}');
    await inspectPage(page, 'room-figure-set');
  });

  step('keeps what is typed offline, and sends it once there is a connection', async () => {
    await page.context().setOffline(true);
    await go('End');
    await page.keyboard.type(' Written on the train.');
    await page.keyboard.press('Control+s');
    await state('Offline').waitFor();
    await photograph(page, 'room-offline');
    await page.context().setOffline(false);
    await holds('Written on the train.');
    await state('Saved').waitFor();
  });

  step('lets nobody’s text be lost between two windows', async () => {
    const other = await page.context().newPage();
    await other.goto(url());
    await open(other);
    await go('Home', other);
    await other.keyboard.type('From the other window. ');
    await save('From the other window.', other);
    await page.bringToFront();
    await text().focus();
    await focused();
    await go('End');
    await page.keyboard.type(' From this window.');
    await page.keyboard.press('Control+s');
    const dialog = page.getByRole('dialog', { name: 'This text was changed elsewhere' });
    await dialog.waitFor();
    await dialog.locator('ins', { hasText: 'From this window.' }).waitFor();
    await inspectPage(page, 'room-merge');
    await dialog.getByRole('button', { name: 'Go on with this' }).click();
    expect(await holds('From this window.')).toContain('From the other window.');
    await other.close();
  });

  step('offers back what a crash has left behind', async () => {
    const crashing = await page.context().newPage();
    await button('Save and close').click();
    await crashing.goto(url());
    await open(crashing);
    await crashing.context().setOffline(true);
    await go('End', crashing);
    await crashing.keyboard.type(' Nearly lost.');
    await state('Kept in this browser', crashing).or(state('Offline', crashing)).waitFor();
    await crashing.close({ runBeforeUnload: false });
    await page.context().setOffline(false);
    await page.reload();
    await page.getByText('A text of yours was not saved').waitFor();
    await inspectPage(page, 'room-left');
    await button('Open it').click();
    await text().waitFor();
    expect(await text().innerText()).toContain('Nearly lost.');
    await save('Nearly lost.');
    await button('Save and close').click();
  });

  step('shows the figure with its number to readers', async () => {
    await page.locator('tg-prose figure img').waitFor();
    expect(await page.locator('tg-prose figcaption').innerText()).toMatch(
      /^Figure\s1\. What is forgotten in a week/,
    );
    await page.locator('tg-prose math').first().waitFor();
    await page.locator('tg-prose figure').scrollIntoViewIfNeeded();
    await inspectPage(page, 'room-read');
  });

  step('went without a broken script', () => {
    expect(thesis.complaints).toEqual([]);
  });
});
