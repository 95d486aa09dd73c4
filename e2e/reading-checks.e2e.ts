import type { Locator, Page } from 'playwright-core';
import type { Api } from './support/api';
import { inspectPage, photograph } from './support/browser';
import { signInByCode } from './support/sign-in';
import { journeySteps } from './support/steps';
import type { System } from './support/system';
import { openWrittenThesis, type WrittenThesis } from './support/written-thesis';

const EMAIL = 'marta@example.org';
const CHECKS = 8;

interface FrontText {
  content: string;
  language: string;
}

interface Section {
  id: string;
  title: string;
  content: string;
}

jest.setTimeout(240_000);

describe('what stands in front of a text, and what can be found wrong with it, in a real browser', () => {
  let thesis: WrittenThesis;
  let system: System;
  let page: Page;
  let api: Api;
  let documentId: string;

  const step = journeySteps(() => photograph(page, 'stranded-checks'));

  beforeAll(async () => {
    thesis = await openWrittenThesis(EMAIL);
    ({ system, page, api, documentId } = thesis);
  });

  afterAll(() => thesis?.close());

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const front = (part: string): Locator => page.locator(`tg-front-text-view #${part}`);
  const abstract = (): Locator => front('abstract');
  const check = (question: string): Locator =>
    page.locator('tg-check-item', { has: page.getByRole('heading', { name: question }) });
  const frontPath = (part: string) => `/documents/${documentId}/front-matter/${part}`;
  const stored = async (part = 'abstract') => (await api.get<FrontText>(frontPath(part))).body;
  const sections = async () =>
    (await api.get<{ sections: Section[] }>(`/documents/${documentId}`)).body.sections;
  const inspect = (name: string) => inspectPage(page, name);

  async function add(name: string, content: string): Promise<void> {
    await page.getByRole('group', { name: 'Add:' }).getByRole('button', { name }).click();
    await button('Show as Markdown').click();
    await page.locator('textarea').waitFor();
    await page.getByLabel(`Text of “${name}`).fill(content);
    await button('Save').click();
    await button(`Edit “${name}`).waitFor();
  }

  step('shows the abstract in front of the text, with who wrote it', async () => {
    await page.goto(`${system.url}/documents/${documentId}/text`);
    await signInByCode(page, system, EMAIL);
    await abstract().locator('tg-prose').waitFor();
    const { content } = await stored();
    expect(await abstract().locator('tg-prose').innerText()).toContain(content.slice(0, 40));
    expect(await abstract().locator('.facts').innerText()).toContain('arranged from your sources');
    await page.getByText('Comparing the text with its sources…').waitFor({ state: 'detached' });
    await inspect('reading-abstract');
  });

  step('lets one edit the abstract, and refuses a citation in it', async () => {
    await button('Edit “Abstract”').click();
    await button('Show as Markdown').click();
    await page.locator('textarea').waitFor();
    const text = page.getByLabel('Text of “Abstract”');
    await text.fill('As Roediger found [@roediger2006], tests help.');
    await button('Save').click();
    await page.getByRole('alert').waitFor();
    await inspect('reading-abstract-refused');
    await text.fill('This paper asks how learning lasts.');
    await button('Save').click();
    await abstract().getByText('This paper asks how learning lasts.').waitFor();
    expect((await stored()).content).toBe('This paper asks how learning lasts.');
  });

  step('loses neither abstract when somebody was faster', async () => {
    await button('Edit “Abstract”').click();
    await button('Show as Markdown').click();
    await page.locator('textarea').waitFor();
    const text = page.getByLabel('Text of “Abstract”');
    await text.fill('Mine.');
    await api.request('PATCH', frontPath('abstract'), { content: 'Theirs.' });
    await button('Save').click();
    const dialog = page.getByRole('dialog', { name: 'This text was changed elsewhere' });
    await dialog.waitFor();
    await dialog.getByRole('radio', { name: 'My text' }).check();
    await dialog.locator('del', { hasText: 'Theirs' }).waitFor();
    await inspect('reading-abstract-conflict');
    await dialog.getByRole('button', { name: 'Go on with this' }).click();
    await button('Save').click();
    await abstract().getByText('Mine.').waitFor();
    expect((await stored()).content).toBe('Mine.');
  });

  step('adds an abstract in another language and a list of abbreviations', async () => {
    const summary = 'Diese Arbeit fragt, wie Gelerntes bleibt.';
    const table = '| Short | Long |\n| --- | --- |\n| WHO | World Health Organization |';
    await add('Abstract in another language', summary);
    await add('List of abbreviations', table);
    expect(await stored('second_abstract')).toMatchObject({ content: summary });
    expect(await stored('abbreviations')).toMatchObject({ content: table });
    await front('abbreviations').getByText('World Health Organization').waitFor();
    const second = front('second_abstract');
    await second.getByLabel('Language of the text').selectOption('German');
    await second.getByRole('heading', { name: 'Abstract in another language: German' }).waitFor();
    expect(await second.locator('tg-prose').getAttribute('lang')).toBe('de');
    expect(await stored('second_abstract')).toMatchObject({ content: summary, language: 'de' });
    await inspect('reading-front-matter');
  });

  step('says when the text has changed since the abstract was written', async () => {
    const [, second] = await sections();
    const path = `/documents/${documentId}/sections/${second!.id}`;
    const content = `${second!.content}\n\n${second!.content.split('\n\n')[0]!}`;
    await api.request('PATCH', path, { content });
    await page.reload();
    await abstract().getByText('The text has changed since.').waitFor();
  });

  step('checks the whole text, and never takes unchecked for passed', async () => {
    await button('Check the text').click();
    await page
      .locator('tg-check-item')
      .nth(CHECKS - 1)
      .waitFor();
    const { body } = await api.get<{ items: { id: string; state: string; summary: string }[] }>(
      `/documents/${documentId}/checks`,
    );
    expect(await page.locator('tg-check-item .tg-badge').allInnerTexts()).toEqual(
      body.items.map(({ state }) => state),
    );
    const language = check('Are spelling and grammar right?');
    expect(await language.innerText()).toContain('No proofreading service is configured.');
    expect(await language.innerText()).toContain('so it has not passed');
    expect(await language.locator('.tg-badge-good').count()).toBe(0);
    for (const summary of await page.locator('.check-findings > summary').all()) {
      await summary.click();
    }
    await inspect('reading-checks');
  });

  step('leads to the place concerned, by the keyboard', async () => {
    const place = check('Is everything said only once?').locator('button.claim').first();
    const words = await place.locator('.claim-text').innerText();
    await place.focus();
    await page.keyboard.press('Enter');
    await page.locator('.tg-range-finding').first().waitFor();
    const focused = await page.evaluate(() => document.activeElement?.id ?? '');
    expect(focused).toBe('finding-repetition-0');
    const marked = (await page.locator('.tg-range-finding').allInnerTexts()).join('');
    expect(marked).toContain(words.slice(0, 20));
    await inspect('reading-finding');
  });

  step('says that the text is another one since, and checks it again', async () => {
    const [, second] = await sections();
    await button(`Edit “${second!.title}”`).click();
    await button('Show as Markdown').click();
    await page.locator('textarea').waitFor();
    const text = page.getByLabel(`Text of “${second!.title}”`);
    const paragraphs = (await text.inputValue()).split('\n\n');
    await text.fill(paragraphs.slice(0, -1).join('\n\n'));
    await button('Save').click();
    await page.getByText('The text has changed since it was checked.').waitFor();
    await inspect('reading-checks-outdated');
    await button('Check it again').click();
    await page
      .getByText('The text has changed since it was checked.')
      .waitFor({ state: 'detached' });
  });

  step('tells that it takes long, once it does', async () => {
    await page.route('**/checks', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 6000));
      await route.continue();
    });
    await button('Check it again').click();
    await page.getByRole('progressbar', { name: 'The text is being checked' }).waitFor();
    await page.getByText('Still checking.').waitFor();
    await photograph(page, 'reading-checks-slow');
    await page.getByText('Still checking.').waitFor({ state: 'detached' });
    await page.unroute('**/checks');
  });

  step('fits its longer languages too', async () => {
    for (const [language, title] of [
      ['uk', 'Перевірка тексту'],
      ['it', 'Controlli del testo'],
    ] as const) {
      await page.locator('.language-picker').selectOption(language);
      await page.getByRole('heading', { name: title }).waitFor();
      await inspect(`reading-checks-${language}`);
    }
  });

  step('went without a broken script or a bare key', () => {
    expect(thesis.complaints).toEqual([]);
  });
});
