import type { Browser, Page } from 'playwright-core';
import { Api } from './support/api';
import { inspectPage, launchBrowser, openPage, photograph } from './support/browser';
import { signInByCode } from './support/sign-in';
import { journeySteps } from './support/steps';
import { startSystem, type System } from './support/system';
import { PLAIN_ESSAY } from './support/valid-bodies';

const EMAIL = 'olha@example.org';
const RULES = {
  formatting: { partOrder: ['title_page', 'acknowledgements', 'contents', 'body', 'appendices'] },
  titlePage: {},
};

interface Thesis {
  id: string;
  sections: { id: string; title: string; content: string }[];
}

jest.setTimeout(120_000);

describe('a text that nobody drafts but its author', () => {
  let system: System;
  let browser: Browser;
  let page: Page;
  let api: Api;
  let id: string;
  const complaints: string[] = [];

  const step = journeySteps(() => photograph(page, 'stranded-by-hand'));

  beforeAll(async () => {
    system = await startSystem();
    api = await new Api(system).signIn(EMAIL);
    ({ id } = (await api.post<Thesis>('/documents', PLAIN_ESSAY)).body);
    const sections = [
      { title: 'By hand', level: 1, targetWords: 300 },
      { title: 'Questions', level: 1, targetWords: 0, role: 'appendix' },
    ];
    await api.request('PUT', `/documents/${id}/outline`, { sections });
    await api.request('PUT', `/documents/${id}/requirements`, RULES);
    browser = await launchBrowser();
    page = await openPage(browser, complaints);
  });

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  const notice = () => page.getByText('Nothing is written yet');
  const overview = () => page.getByRole('heading', { name: 'How far your sources carry the text' });
  const thesis = async () => (await api.get<Thesis>(`/documents/${id}`)).body;

  async function type(pen: string, text: string): Promise<void> {
    await page.getByRole('button', { name: pen }).click();
    const editor = page.getByRole('textbox', { name: /^Text of “/ });
    await editor.and(page.locator('.ProseMirror-focused')).waitFor();
    await page.keyboard.type(text);
  }

  step('has a place for every chapter as soon as there is an outline', async () => {
    await page.goto(`${system.url}/documents/${id}/text`);
    await signInByCode(page, system, EMAIL);
    await notice().waitFor();
    await page.getByText('(asked for by your rules)').waitFor();
    expect(await overview().count()).toBe(0);
    await inspectPage(page, 'reading-by-hand');
  });

  step('takes an appendix before anything else', async () => {
    await type('Edit “Questions”', 'What do you recall?');
    expect(await overview().count()).toBe(0);
    await page.getByRole('button', { name: 'Save and close' }).click();
    await overview().waitFor();
    expect(await notice().count()).toBe(0);
    const { sections } = await thesis();
    expect(sections.map(({ content }) => content)).toEqual(['', 'What do you recall?']);
  });

  step('takes what the rules ask for, and the file has it', async () => {
    await type('Acknowledgements (asked for by your rules)', 'To my sister.');
    await page.getByRole('button', { name: 'Save and close' }).click();
    await page.getByRole('button', { name: 'Edit “Acknowledgements”' }).waitFor();
    const { found } = await partOrder();
    expect(found).toBe('title_page, acknowledgements, contents, body, appendices');
    expect(complaints).toEqual([]);
  });

  async function partOrder() {
    interface Report {
      outcomes: { rule: string; found: string }[];
    }
    const report = await api.get<Report>(`/documents/${id}/export/docx/compliance`);
    return report.body.outcomes.find(({ rule }) => rule === 'partOrder') ?? { found: '' };
  }
});
