import { setTimeout as delay } from 'node:timers/promises';
import type { Locator, Page } from 'playwright-core';
import { OpenAiServer } from '../backend/src/testing/openai/openai-server';
import type { Api } from './support/api';
import { inspectPage, photograph } from './support/browser';
import { signInByCode } from './support/sign-in';
import { journeySteps } from './support/steps';
import type { System } from './support/system';
import { openWrittenThesis, type WrittenThesis } from './support/written-thesis';

const EMAIL = 'halyna@example.org';

interface Section {
  id: string;
  title: string;
  content: string;
  version: number;
}

interface Suggestion {
  id: string;
  status: string;
  accepted: number[];
  rejected: number[];
}

jest.setTimeout(240_000);

const OPENING =
  'It is the case that this matters very much to many people who learn something new.';
const MIDDLE = 'They come back to it again and again, and that takes a lot of their time.';
const CLOSING = 'What follows looks at each of these in turn.';
const TEXT = `${OPENING} ${MIDDLE} ${CLOSING}`;
const SHORT = `This matters to people who learn something new. ${MIDDLE.replace('again and again, and that', 'often, which')} ${CLOSING}`;

const say = (text: string) => ({ kind: 'text' as const, text });

describe('suggestions in the writing room, in a real browser', () => {
  let models: OpenAiServer;
  let thesis: WrittenThesis;
  let system: System;
  let page: Page;
  let api: Api;
  let documentId: string;
  let first: Section;

  const step = journeySteps(() => photograph(page, 'stranded-suggestions'));

  beforeAll(async () => {
    models = await OpenAiServer.start();
    await models.script([], { kind: 'write' });
    thesis = await openWrittenThesis(EMAIL, {
      ...{ OPENAI_BASE_URL: models.baseUrl, LLM_MODELS: 'wise' },
      ...{ LLM_POLISH: 'false', LLM_SUPPORT_CHECK: 'false' },
    });
    ({ system, page, api, documentId } = thesis);
    await put(TEXT);
    first = await stored();
  });

  afterAll(async () => {
    await thesis?.close();
    await models?.stop();
  });

  const button = (name: string | RegExp): Locator =>
    page.getByRole('button', { name, exact: true });
  const text = (): Locator => page.getByRole('textbox', { name: /^Text of “/ });
  const menu = (): Locator => page.getByRole('toolbar', { name: 'Another wording' });
  const bar = (): Locator => page.locator('tg-suggestion-bar');
  const gone = (): Locator => text().locator('del.tracked-deletion');
  const come = (): Locator => text().locator('ins.tracked-insertion');
  const url = () => `${system.url}/documents/${documentId}/text`;

  const sections = async () =>
    (await api.get<{ sections: Section[] }>(`/documents/${documentId}`)).body.sections;
  const stored = async () => (await sections())[0]!;
  const suggestions = () =>
    system.query<Suggestion>('select id, status, accepted, rejected from suggestions order by id');

  async function put(content: string): Promise<void> {
    const { id } = await stored();
    const path = `/documents/${documentId}/sections/${id}`;
    const answer = await api.request('PATCH', path, { content }, { 'If-Match': '*' });
    expect(answer.status).toBe(200);
  }

  async function holds(words: string): Promise<string> {
    for (let left = 200; left > 0; left--) {
      const { content } = await stored();
      if (content.includes(words)) return content;
      await delay(100);
    }
    throw new Error(`“${words}” was not stored`);
  }

  /** A while after it has the focus: the editor reads the selection later. */
  async function focused(): Promise<void> {
    await text().and(page.locator('.ProseMirror-focused')).waitFor();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
  }

  async function open(): Promise<void> {
    await page.getByRole('button', { name: `Edit “${first.title}”` }).click();
    await focused();
  }

  step('asks for another wording of what was selected by the keyboard', async () => {
    await page.goto(url());
    await signInByCode(page, system, EMAIL);
    await open();
    await page.keyboard.press('Control+a');
    await menu().waitFor();
    await inspectPage(page, 'suggest-menu');
    await models.script([{ kind: 'stall' }]);
    await page.keyboard.press('Control+j');
    await button('Rewrite').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('ArrowRight');
    await button('Shorten').and(page.locator(':focus')).waitFor();
    await page.keyboard.press('Enter');
    await bar().getByText('still at it').waitFor();
    await inspectPage(page, 'suggest-slow');
    await button('Cancel').first().click();
    await bar().getByText('still at it').waitFor({ state: 'detached' });
    expect(await suggestions()).toEqual([]);
    for (let left = 100; left > 0; left--) {
      const held = await system.query('select 1 from token_reservations');
      if (held.length === 0) return;
      await delay(100);
    }
    throw new Error('the model was not stopped');
  });

  step('shows it as changes in the text, which stays as it is', async () => {
    await models.script([say(SHORT)]);
    await text().focus();
    await focused();
    await page.keyboard.press('Control+a');
    await menu().getByRole('button', { name: 'Shorten' }).click();
    await bar().getByText('Change 1 of').waitFor();
    expect(await gone().first().innerText()).toContain('It is the case that');
    expect(await come().first().textContent()).toContain('Would come:');
    expect(await bar().innerText()).toMatch(/\d+ words before, \d+ after/);
    expect(await bar().innerText()).toContain('by wise');
    await inspectPage(page, 'suggest-changes');
    expect((await stored()).content).toBe(TEXT);
  });

  step('shows it again after a reload', async () => {
    await page.reload();
    await open();
    await bar().getByText('Change 1 of').waitFor();
    expect(await gone().count()).toBeGreaterThan(1);
  });

  step('takes a change by a key, undoes it, and takes it again', async () => {
    await page.keyboard.press('Control+Alt+ArrowDown');
    await bar().getByText('Change 2 of').waitFor();
    await page.keyboard.press('Control+Alt+ArrowUp');
    await bar().getByText('Change 1 of').waitFor();
    await page.keyboard.press('Control+Alt+Enter');
    await text().getByText('This matters').waitFor();
    expect(await come().getByText('This matters').count()).toBe(0);
    await page.keyboard.press('Control+z');
    await text().getByText('It is the case that this matters').waitFor();
    await page.keyboard.press('Control+Shift+z');
    await page.keyboard.press('Control+s');
    await holds('This matters');
    const [one] = await suggestions();
    expect(one).toMatchObject({ status: 'open', accepted: [0] });
  });

  step('refuses the rest by the mouse, which is kept and changes nothing', async () => {
    while ((await gone().count()) > 0) {
      const before = await gone().count();
      await bar().getByRole('button', { name: 'Reject', exact: true }).click();
      await page.waitForFunction(
        (count) => document.querySelectorAll('del.tracked-deletion').length < count,
        before,
      );
    }
    await bar().getByText('Change').waitFor({ state: 'detached' });
    expect((await stored()).content).toContain(MIDDLE);
    for (let left = 50; (await suggestions())[0]?.status === 'open' && left > 0; left--) {
      await delay(100);
    }
    expect((await suggestions())[0]?.status).toBe('accepted');
  });

  step('says afterwards who wrote what', async () => {
    await button('Save and close').click();
    await text().waitFor({ state: 'detached' });
    interface Told {
      models: string[];
      sections: { sectionId: string; origins: { step: string; writer: string | null }[] }[];
    }
    const { body } = await api.get<Told>(`/documents/${documentId}/provenance`);
    const own = body.sections.find(({ sectionId }) => sectionId === first.id);
    expect(own?.origins).toContainEqual(
      expect.objectContaining({ step: 'suggestion', writer: 'wise' }),
    );
    expect(own?.origins).toContainEqual(expect.objectContaining({ step: 'edit', writer: null }));
  });

  step('takes a wish in one’s own words, and says why nothing came of it', async () => {
    await open();
    await page.keyboard.press('Control+End');
    await focused();
    await page.keyboard.press('Control+j');
    await button('In your words…').click();
    await page.getByLabel('What should change?').fill('Mention a study of whales');
    await inspectPage(page, 'suggest-wish');
    const invented = say('A study shows that 73 % of whales learn [@invented2031].');
    await models.script([invented, invented]);
    await button('Suggest').click();
    await page.getByText('No other wording came out').waitFor();
    await inspectPage(page, 'suggest-none');
    const seen = await models.seen();
    expect(seen[0]?.messages[1]?.content).toContain('Mention a study of whales');
    expect((await stored()).content).not.toContain('whales');
  });

  step('no longer shows what does not fit the text any more', async () => {
    await text().focus();
    await focused();
    await page.keyboard.press('Control+a');
    await models.script([say(SHORT)]);
    await menu().getByRole('button', { name: 'Polish' }).or(menu()).first().waitFor();
    await menu().getByRole('button', { name: 'Rewrite' }).click();
    await bar().getByText('Change 1 of').waitFor();
    const { content } = await stored();
    await button('Save and close').click();
    await put(content.replace('a lot of', 'all'));
    await page.reload();
    await open();
    await bar().getByText('no longer fits').waitFor();
    await inspectPage(page, 'suggest-unfit');
    await button('Put it away').click();
    await bar().getByText('no longer fits').waitFor({ state: 'detached' });
    expect((await suggestions()).every(({ status }) => status !== 'open')).toBe(true);
  });

  step('lists its keys', async () => {
    await page.getByRole('toolbar').getByRole('button', { name: 'Keys', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Keys of the writing room' });
    await dialog.getByText('Another wording of what is selected').waitFor();
    await page.keyboard.press('Escape');
  });

  step('went without a broken script', () => {
    expect(thesis.complaints).toEqual([]);
  });
});
