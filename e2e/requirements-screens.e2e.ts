import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { Api } from './support/api';
import { inspectPage, photograph } from './support/browser';
import { CONTRADICTING, PICTURE, RULE_LESS, scan, TOO_LARGE } from './support/rule-files';
import { signInByCode } from './support/sign-in';
import { journeySteps } from './support/steps';
import type { System } from './support/system';
import { openWrittenThesis, type WrittenThesis } from './support/written-thesis';

const EMAIL = 'olena@otters.example.org';

interface Requirements {
  version: number;
  titlePage: Record<string, string>;
  profile: {
    values: Record<string, { value: unknown; origin: string; confirmed: boolean; quote: string }>;
    contradictions: unknown[];
  };
}

jest.setTimeout(300_000);

describe('the rules of a university, in a real browser', () => {
  let thesis: WrittenThesis;
  let system: System;
  let page: Page;
  let api: Api;
  let documentId: string;

  const step = journeySteps(() => photograph(page, 'stranded-requirements'));

  beforeAll(async () => {
    thesis = await openWrittenThesis(EMAIL);
    ({ system, page, api, documentId } = thesis);
  });

  afterAll(() => thesis?.close());

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const heading = (name: string | RegExp): Locator => page.getByRole('heading', { name });
  const row = (rule: string): Locator => page.locator(`#rule-${rule}`);
  const inspect = (name: string) => inspectPage(page, name);
  const choose = (file: Parameters<Page['setInputFiles']>[1]) =>
    page.setInputFiles('input[type=file]', file);
  const stored = async () =>
    (await api.get<Requirements>(`/documents/${documentId}/requirements`)).body;

  /** Types a value and goes on to the next control. */
  async function measure(label: string, text: string): Promise<void> {
    await page.getByLabel(label, { exact: true }).fill(text);
    await page.keyboard.press('Tab');
  }

  async function save(): Promise<void> {
    await button('Save the rules').click();
    await page.getByText('Saved. The next files keep these rules.').waitFor();
  }

  step('leads to the rules from the steps of the document', async () => {
    await page.goto(`${system.url}/documents/${documentId}/export`);
    await signInByCode(page, system, EMAIL);
    await page.getByText('No rules of your university are stated').waitFor();
    await page.getByRole('link', { name: 'Add the rules' }).click();
    await heading('University rules').waitFor();
    await page.getByText('APA 7, student paper').waitFor();
    const link = page.getByRole('link', { name: 'APA Style: Paper format' });
    expect(await link.getAttribute('href')).toContain('apastyle.apa.org');
    await inspect('requirements-empty');
  });

  step('refuses in words what cannot be read', async () => {
    const refusal = page.getByRole('alert');
    for (const [file, words] of [
      [TOO_LARGE, '“handbook.pdf” has 11 MB; at most 10 MB can be read.'],
      [PICTURE, '“rules.pdf” is of a kind that cannot be read.'],
      [await scan(), 'It may be a scan without a text layer'],
    ] as const) {
      await choose(file);
      await refusal.getByText(words).waitFor();
    }
    await inspect('requirements-refused');
    await choose(RULE_LESS);
    await page.getByText('no rule of form was found in it').waitFor();
    expect((await stored()).profile.values).toEqual({});
  });

  step('reads rules, and shows contradictions and silences first', async () => {
    await choose(CONTRADICTING);
    await page.getByText(/“rules.txt” was read: \d+ rules were found/).waitFor();
    await heading('The rules contradict themselves').waitFor();
    const conflict = page.getByRole('group', { name: 'What holds for “Left margin”?' });
    expect(await conflict.innerText()).toContain('The left margin is 3 cm.');
    expect(await conflict.innerText()).toContain('must have a left margin of 4 cm');
    expect(await conflict.getByRole('radio', { checked: true }).count()).toBe(0);
    expect(await row('fontSize').innerText()).toContain('Times New Roman, 12 pt');
    expect(await row('fontSize').innerText()).toContain('It says so clearly.');
    expect(await row('alignment').innerText()).toContain('Not ruled');
    await inspect('requirements-read');
  });

  step('has the student decide, by the keyboard, and take a word back', async () => {
    const conflict = page.getByRole('group', { name: 'What holds for “Left margin”?' });
    await conflict.getByRole('radio').nth(1).focus();
    await page.keyboard.press('Space');
    await button('State: Alignment of the text').press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
    await page.getByLabel('Alignment of the text', { exact: true }).selectOption('Justified');
    await row('alignment').getByText('Yours').waitFor();
    await measure('Size of the text', '14');
    await row('fontSize').getByText('Yours').waitFor();
    await button('Undo the change of “Size of the text”').click();
    await row('fontSize').getByText('To confirm').waitFor();
    await button('Confirm “Size of the text”').click();
    await row('fontSize').getByText('Confirmed').waitFor();
    await measure('Top margin', '2');
    await button('Save the rules').click();
    await row('marginTop').getByText('Use a number from 5 to 60.').waitFor();
    await measure('Top margin', '25');
    await page.getByLabel('Add a field').selectOption('Title');
    await page.getByLabel('Add a field').selectOption('Supervisor');
    await page.getByLabel('Add a field').selectOption('Faculty');
    await page.getByLabel('Supervisor', { exact: true }).fill('Prof. Ada Lantern');
    await inspect('requirements-decided');
  });

  step('lets nobody leave without a word while something is unsaved', async () => {
    page.once('dialog', (question) => void question.dismiss());
    await page.getByRole('link', { name: 'Export' }).click();
    await heading('University rules').waitFor();
    await button('Confirm all the rest').click();
    await save();
    const { profile, titlePage } = await stored();
    expect(profile.contradictions).toEqual([]);
    expect(profile.values['marginLeft']).toMatchObject({
      ...{ value: 40, origin: 'rules', confirmed: true },
      quote: expect.stringContaining('must have a left margin of 4 cm') as string,
    });
    expect(profile.values['marginTop']).toMatchObject({ value: 25, origin: 'person' });
    expect(profile.values['alignment']).toMatchObject({ value: 'justified', origin: 'person' });
    expect(titlePage).toEqual({ supervisor: 'Prof. Ada Lantern' });
    await inspect('requirements-saved');
  });

  step('says what a finished file does with each rule, to keep', async () => {
    await page.getByRole('link', { name: 'On to the files' }).click();
    for (const format of ['DOCX', 'PDF']) {
      await button(`Make the ${format} file`).click();
      await heading(`What the ${format} file does with the rules`).waitFor();
    }
    const report = page.locator('tg-report-view').first();
    const text = await report.innerText();
    expect(text).toMatch(/Words\s+Ruled: at least 9,000\s+·?\s*Found: [\d,]+ words of the text/);
    expect(text).toMatch(/[\d,]+ too few\./);
    expect(text).toContain('Say more where the text is thin');
    expect(text).toContain('Not on the title page, or not in this order: Faculty.');
    await report.getByText('Show the rules that are met').click();
    const margin = report.locator('.outcome', { hasText: 'Left margin' });
    expect(await margin.innerText()).toMatch(/Met[\s\S]*Ruled: 40 mm[\s\S]*Found: 40 mm/);
    await inspect('requirements-report');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      report.getByRole('button', { name: 'Download the report' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('compliance-docx.txt');
    const kept = readFileSync(await download.path(), 'utf8');
    expect(kept).toContain('What makes learning last');
    expect(kept).toMatch(/broken \(\d+\)[\s\S]*Words[\s\S]*met \(\d+\)[\s\S]*Left margin/);
  });

  step('mends what was broken, and the report says so', async () => {
    await page.getByRole('link', { name: 'To the rules' }).first().click();
    await page.getByLabel('Faculty', { exact: true }).fill('Faculty of Otters');
    await save();
    await page.getByRole('link', { name: 'On to the files' }).click();
    await button('Make the DOCX file').click();
    const report = page.locator('tg-report-view').first();
    await report.waitFor();
    await report.getByText('Show the rules that are met').click();
    const fields = report.locator('.outcome', { hasText: 'Fields of the title page' });
    expect(await fields.innerText()).toContain('Met');
  });

  step('shares the rules within the university, and takes them back', async () => {
    await page.getByRole('link', { name: 'Look at the rules' }).click();
    await page.getByLabel('Name of the profile').fill('Institute of Otters, 2026');
    await button('Share').click();
    await page.getByText('“Institute of Otters, 2026” is shared.').waitFor();
    await page.getByText('Shared in your university').waitFor();
    const fellow = await new Api(system).signIn('fellow@otters.example.org');
    const profiles = async () =>
      (await fellow.get<{ items: { name: string }[] }>('/formatting-profiles')).body.items;
    expect((await profiles())[0]).toMatchObject({ name: 'Institute of Otters, 2026', own: false });
    await inspect('requirements-shared');
    await button('Stop sharing “Institute of Otters, 2026”').click();
    await page.getByText('“Institute of Otters, 2026” is no longer shared.').waitFor();
    expect((await profiles()).map(({ name }) => name)).not.toContain('Institute of Otters, 2026');
  });

  step('takes a ready-made profile instead', async () => {
    await page.getByRole('searchbox', { name: 'Find a profile' }).fill('apa student');
    await button('Take “APA 7, student paper”').click();
    await row('lineSpacing').getByText('From the profile').waitFor();
    await inspect('requirements-profile');
    await save();
    const { values } = (await stored()).profile;
    expect(values['pageNumberPosition']).toMatchObject({ value: 'top_right', origin: 'profile' });
    expect(values['lengthWords']).toBeUndefined();
  });

  step('asks before a file takes the place of rules', async () => {
    await choose(CONTRADICTING);
    const question = page.getByRole('dialog', { name: 'Replace the rules you have?' });
    await question.waitFor();
    await photograph(page, 'requirements-replace');
    await question.getByRole('button', { name: 'Keep my rules' }).click();
    await question.waitFor({ state: 'hidden' });
    expect((await stored()).profile.values['lineSpacing']).toMatchObject({ value: 2 });
    await choose(CONTRADICTING);
    await question.getByRole('button', { name: 'Read the file' }).click();
    await heading('The rules contradict themselves').waitFor();
  });

  step('fits its longer languages too', async () => {
    for (const [language, title, nav, make] of [
      ['uk', 'Вимоги університету', 'Експорт', 'Створити файл DOCX'],
      ['it', 'Norme dell’ateneo', 'Esporta', 'Prepara il file DOCX'],
    ] as const) {
      await page.locator('.language-picker').selectOption(language);
      await heading(title).waitFor();
      await inspect(`requirements-${language}`);
      await page.getByRole('link', { name: nav, exact: false }).last().click();
      await button(make).click();
      await page.locator('tg-report-view').waitFor();
      await inspect(`requirements-report-${language}`);
      await page.goBack();
    }
    await page.locator('.language-picker').selectOption('en');
  });

  step('went without a broken script', () => {
    expect(thesis.complaints).toEqual([]);
  });
});
