import type { Browser, Locator, Page } from 'playwright-core';
import { mailsIn, signInMail } from '../backend/src/testing/mailbox';
import { ProviderServer } from '../backend/src/testing/providers/provider-server';
import type { Faults } from '../backend/src/testing/providers/reply';
import { RECALL, TAKEN_BACK, THESIS } from '../backend/src/testing/providers/work-fixtures';
import {
  accessibilityFindings,
  launchBrowser,
  openPage,
  photograph,
  sidewaysScroll,
} from './support/browser';
import { LIBRARY, PROGRAM } from './support/source-files';
import { journeySteps } from './support/steps';
import { startSystem, type System } from './support/system';

const EMAIL = 'taras@example.org';

const AWAY: Faults = {
  openalex: { kind: 'status', status: 500 },
  crossref: { kind: 'status', status: 500 },
};

jest.setTimeout(240_000);

describe('the sources of a student, in a real browser', () => {
  let system: System;
  let providers: ProviderServer;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  const step = journeySteps(() => photograph(page, 'stranded-sources'));

  beforeAll(async () => {
    providers = await ProviderServer.start();
    // these two know which works were retracted
    const asked = { SOURCE_PROVIDERS: 'openalex,crossref' };
    system = await startSystem({ ...providers.environment, ...asked });
    browser = await launchBrowser();
    page = await openPage(browser, complaints);
  });

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
    await providers?.stop();
  });

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const heading = (name: string | RegExp): Locator => page.getByRole('heading', { name });
  const item = (title: string): Locator => page.locator('tg-source-item', { hasText: title });
  const focused = () => page.evaluate(() => document.activeElement?.textContent.trim() ?? '');

  /** Keeps requests waiting. @returns what lets them, and all later ones, go on */
  async function hold(pattern: string): Promise<() => void> {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route(pattern, async (route) => {
      await released;
      await route.continue();
    });
    return release;
  }

  /** What every page owes to everybody. */
  async function inspect(name: string): Promise<void> {
    expect(await sidewaysScroll(page)).toBe(0);
    expect(await accessibilityFindings(page)).toEqual([]);
    await photograph(page, name);
  }

  step('has a document without sources', async () => {
    await page.goto(`${system.url}/documents/new`);
    await page.getByLabel('E-mail address').fill(EMAIL);
    await button('Send me the mail').click();
    await heading('Look into your mail').waitFor();
    const { code } = signInMail((await mailsIn(system.mailDir)).at(-1));
    await page.getByLabel('Code from the mail').fill(code);
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByLabel('Title').fill('What one keeps of a night train');
    await page.getByLabel('Topic').fill('Which ways of reading on the way are remembered?');
    await button('Create and add sources').click();
    await heading('By DOI').waitFor();
    await inspect('sources-empty');
  });

  step('adds works by their DOIs, each with its own outcome', async () => {
    await button('Add').click();
    await page.getByText('Paste at least one DOI.').waitFor();
    const pasted = [
      `https://doi.org/${RECALL.doi}`,
      'no number at all',
      `doi:${TAKEN_BACK.doi}`,
      '10.5555/nobody.knows',
    ];
    await page.getByLabel('One or more DOIs').fill(pasted.join('\n'));
    await button('Add').click();
    const outcomes = page.locator('tg-doi-list li.upload');
    await page.getByText('No service knows a work with this DOI.').waitFor();
    expect(await outcomes.count()).toBe(4);
    expect(await outcomes.nth(0).innerText()).toContain('1 source added.');
    expect(await outcomes.nth(1).innerText()).toContain('There is no DOI in this line.');
    expect(await outcomes.nth(2).innerText()).toContain('It was retracted.');
    await item(RECALL.title).waitFor();
    await inspect('sources-by-doi');
    await button('Clear the list').click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('dois');
  });

  step('adds a work by searching, by the keyboard alone', async () => {
    await button('Remove “Recalling').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await item(RECALL.title).waitFor({ state: 'detached' });
    await page.getByLabel('Title, author or subject').focus();
    await page.keyboard.type('on a night train reading a book');
    await page.keyboard.press('Enter');
    await page.locator('tg-found-work').first().waitFor();
    await inspect('sources-found');
    for (let stop = 0; stop < 20; stop++) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
      if (name === `Add “${RECALL.title}”`) break;
    }
    await page.keyboard.press('Enter');
    await item(RECALL.title).waitFor();
    expect(await focused()).toBe(RECALL.title);
    const retracted = page.locator('tg-found-work', { hasText: TAKEN_BACK.title });
    expect(await retracted.innerText()).toContain('A retracted work cannot be added.');
    expect(await retracted.getByRole('button').count()).toBe(0);
    await page.getByLabel('Title, author or subject').press('Enter');
    await page.locator('tg-found-work', { hasText: 'Already in your sources' }).first().waitFor();
  });

  step('says that no index knows such a work', async () => {
    const words = page.getByLabel('Title, author or subject');
    await words.fill('zzz qqq xxx');
    await words.press('Enter');
    await page.getByText('No such work was found').waitFor();
    await inspect('sources-none-found');
    await button('Close the results').click();
  });

  step('says of every entry of a file what became of it', async () => {
    await page.setInputFiles('input[type=file]', [LIBRARY, PROGRAM]);
    const [library, essay] = ['library.bib', 'essay.pdf'].map((name) =>
      page.locator('tg-upload-list li.upload', { hasText: name }),
    ) as [Locator, Locator];
    await library.getByText(/Line \d+:/).waitFor();
    expect(await library.innerText()).toContain('2 sources added.');
    expect(await library.innerText()).toContain('1 was here already');
    await essay.getByRole('alert').waitFor();
    await inspect('sources-imported');
    await button('Clear the list').click();
  });

  step('stops checking on request', async () => {
    const release = await hold('**/sources/*/check');
    await button('Check 3 sources').click();
    await page.getByText('0 of 3 checked.').waitFor();
    await inspect('sources-checking');
    await button('Stop checking').click();
    await page.getByText('Stopped. 0 of 3 were checked.').waitFor();
    release();
    await item(RECALL.title).getByText('Exists as described').waitFor();
  });

  step('finds out which works exist, and shows what differs', async () => {
    await button('Check 2 sources').click();
    await page.getByText('All 2 were checked.').waitFor();
    await item('What no traveller').getByText('Not found anywhere').waitFor();
    await item(THESIS.title).getByText('Exists, but differs').waitFor();
    await inspect('sources-checked');
  });

  step('takes over what the record says, a field at a time', async () => {
    const slip = item(THESIS.title);
    await slip.getByText('Tester, Ada').waitFor();
    await button(`Take theirs: Year of “${THESIS.title}”`).click();
    await slip.getByText('2017', { exact: true }).first().waitFor({ state: 'detached' });
    expect(await focused()).toBe(THESIS.title);
    await slip.getByText('Exists, but differs').waitFor();
    await button(`Take theirs: First author of “${THESIS.title}”`).click();
    await slip.getByText('Tester, Ada').waitFor({ state: 'detached' });
    await button(`Take theirs: Appeared in of “${THESIS.title}”`).click();
    await slip.getByText('Exists as described').waitFor();
    expect(await slip.innerText()).toContain(THESIS.container);
  });

  step('corrects a source, and says beside the field what cannot be', async () => {
    await button('Edit “What no traveller ever wrote down”').click();
    const dialog = page.getByRole('dialog', { name: 'Edit the source' });
    await dialog.getByLabel('DOI').fill('none that I know');
    await dialog.getByLabel('Pages').fill('10–19');
    await dialog.getByRole('button', { name: 'Add an organisation' }).click();
    await dialog.locator('.creator-row input:focus').waitFor();
    await page.keyboard.type('The Night Train Group');
    await dialog.getByRole('switch', { name: 'Must be cited' }).check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('This is no DOI.').waitFor();
    const place = dialog.getByLabel('DOI');
    expect(await place.getAttribute('aria-invalid')).toBe('true');
    expect(await place.evaluate((field) => field === document.activeElement)).toBe(true);
    await inspect('sources-edit');
    await place.fill('');
    await place.press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Edit “What no traveller ever wrote down”',
    );
    const edited = item('What no traveller');
    expect(await edited.innerText()).toContain('The Night Train Group');
    await edited.getByText('Must be cited').waitFor();
    await edited.getByText('Not checked yet').waitFor();
  });

  step('shows the sources of one state, and finds among them', async () => {
    await page.getByRole('radio', { name: /^Must be cited/ }).check();
    await item(RECALL.title).waitFor({ state: 'detached' });
    expect(await page.locator('tg-source-item').count()).toBe(1);
    await page.getByRole('radio', { name: /^All/ }).check();
    await item(RECALL.title).waitFor();
  });

  step('keeps what was typed when the form is about to be closed by mistake', async () => {
    await button('Edit “What no traveller ever wrote down”').click();
    const dialog = page.getByRole('dialog', { name: 'Edit the source' });
    await dialog.getByLabel('Publisher').fill('Somewhere Press');
    page.once('dialog', (question) => void question.dismiss());
    await page.keyboard.press('Escape');
    expect(await dialog.getByLabel('Publisher').inputValue()).toBe('Somewhere Press');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'hidden' });
  });

  step('fits its longer languages too', async () => {
    for (const [language, title] of [
      ['uk', 'Джерела'],
      ['it', 'Fonti'],
    ] as const) {
      await page.locator('.language-picker').selectOption(language);
      await page.getByRole('heading', { name: title, exact: true }).waitFor();
      await inspect(`sources-${language}`);
      await page.locator('.source-item-tools button:nth-child(2)').last().click();
      await page.getByRole('dialog').locator('tg-switch').waitFor();
      await inspect(`sources-edit-${language}`);
      await page.keyboard.press('Escape');
    }
    await page.locator('.language-picker').selectOption('en');
    await heading('3 sources').waitFor();
  });

  step('tells no answer from no find', async () => {
    const words = page.getByLabel('Title, author or subject');
    await providers.fail(AWAY);
    const release = await hold('**/sources/search?*');
    await words.fill('something nobody asked before');
    await words.press('Enter');
    await page.getByText('Still asking').waitFor();
    await inspect('sources-slow');
    release();
    await page.getByText('Not everybody could be asked').waitFor({ timeout: 40_000 });
    await inspect('sources-unanswered');
    await providers.fail({});
    await button('Close the results').click();
  });

  step('went without a broken script', () => {
    expect(complaints).toEqual([]);
  });
});
