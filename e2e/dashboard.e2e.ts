import type { Locator, Page } from 'playwright-core';
import type { Api } from './support/api';
import { inspectPage, photograph } from './support/browser';
import { signInByCode } from './support/sign-in';
import { journeySteps } from './support/steps';
import { countTransfer, layoutShift } from './support/transfer';
import { PLAIN_ESSAY } from './support/valid-bodies';
import { openWrittenThesis, type WrittenThesis } from './support/written-thesis';

const EMAIL = 'maria@example.org';

const DESK_BUDGET = 350_000;
/** https://web.dev/articles/cls */
const GOOD_SHIFT = 0.1;

const PRICES = {
  ...{ enabled: true, publishableKey: null, currency: 'EUR', pagePrice: 50, minPages: 3 },
  ...{ maxPages: 200, vatBasisPoints: 0, quoteMinutes: 60, freePages: 2 },
  seller: { name: 'An invented press', address: '', vatId: '' },
};

jest.setTimeout(240_000);

describe('the desk of a student, in a real browser', () => {
  let thesis: WrittenThesis;
  let page: Page;
  let api: Api;

  const step = journeySteps(() => photograph(page, 'stranded-dashboard'));

  beforeAll(async () => {
    thesis = await openWrittenThesis(EMAIL);
    ({ page, api } = thesis);
    await api.post(`/documents/${thesis.documentId}/export`, { format: 'docx' });
    await document('On silence', 'Why readers need quiet rooms');
    const outlined = await document('Пам’ять студентів', 'Як студенти запам’ятовують прочитане');
    const sections = ['One', 'Two', 'Three'].map((title) => ({ title, level: 1 }));
    await api.request('PUT', `/documents/${outlined}/outline`, { sections });
  });

  afterAll(() => thesis?.close());

  async function document(title: string, topic: string): Promise<string> {
    const { body } = await api.post<{ id: string }>('/documents', { ...PLAIN_ESSAY, title, topic });
    return body.id;
  }

  async function documentWithOutline(): Promise<string> {
    const path = `/documents/${await document('Arranged', 'How readers arrange what they know')}`;
    await api.post(`${path}/sources/sample`);
    const sections = ['One', 'Two', 'Three', 'Four'].map((title) => ({ title, level: 1 }));
    await api.request('PUT', `${path}/outline`, { sections });
    return path;
  }

  /** By its dots, slowly enough to be seen as dragging. */
  async function drag(row: Locator, to: Locator): Promise<void> {
    await row.locator('.outline-grip').hover();
    await page.mouse.down();
    const box = await to.boundingBox();
    if (box === null) throw new Error('nowhere to drag to');
    await page.mouse.move(box.x + 20, box.y + box.height, { steps: 10 });
    await page.mouse.move(box.x + 20, box.y + 4, { steps: 10 });
    await page.mouse.up();
  }

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const card = (title: string): Locator => page.locator('tg-document-card', { hasText: title });
  const titles = () => page.locator('tg-document-card h2').allInnerTexts();

  step('shows how far each document is, and what all have come to', async () => {
    await page.goto(`${thesis.system.url}/documents`);
    await signInByCode(page, thesis.system, EMAIL);
    await card('What makes').getByText('Read it, then take it with you').waitFor();
    expect(await card('What makes').innerText()).toMatch(/\d+ of 5 pages[^]*free/);
    await card('On silence').getByText('Next: bring your sources').waitFor();
    await card('Пам’ять').getByText('0 of 3 sections').waitFor();
    const ledger = page.locator('tg-stats-ledger');
    expect(await ledger.innerText()).toMatch(/Documents\s+3\s+Written to the end\s+1/);
    await page.getByText('Taken along as').first().waitFor();
    await inspectPage(page, 'dashboard');
  });

  step('comes light and stands still while it comes, on a phone too', async () => {
    for (const size of [
      { width: 360, height: 780 },
      { width: 1280, height: 860 },
    ]) {
      const fresh = await page.context().newPage();
      await fresh.setViewportSize(size);
      const transferred = countTransfer(fresh);
      await fresh.goto(`${thesis.system.url}/documents`);
      await fresh.locator('tg-document-card', { hasText: 'On silence' }).waitFor();
      await fresh.waitForLoadState('networkidle');
      const bytes = await transferred();
      expect(bytes).toBeGreaterThan(50_000);
      expect(bytes).toBeLessThan(DESK_BUDGET);
      expect(await layoutShift(fresh)).toBeLessThan(GOOD_SHIFT);
      await fresh.close();
    }
  });

  step('finds documents by their words, and keeps that in the address', async () => {
    await page.getByRole('searchbox').fill('ПАМ’ЯТЬ');
    await card('What makes').waitFor({ state: 'detached' });
    expect(await titles()).toEqual(['Пам’ять студентів']);
    await page.reload();
    await card('Пам’ять').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('ПАМ’ЯТЬ');
    await page.getByRole('searchbox').fill('no such words');
    await page.getByRole('heading', { name: 'No document fits' }).waitFor();
    await inspectPage(page, 'dashboard-none-fits');
    await button('Show everything').click();
    await card('What makes').waitFor();
  });

  step('filters by state, and orders', async () => {
    await page.getByLabel('Show').selectOption('Begun');
    await card('What makes').waitFor({ state: 'detached' });
    expect(await titles()).toEqual(['On silence']);
    await page.getByLabel('Show').selectOption('Everything');
    await page.getByLabel('Order').selectOption('Longest first');
    const first = page.locator('.document-cards > :first-child');
    await first.filter({ hasText: 'What makes' }).waitFor();
    await page.goBack();
    await first.filter({ hasText: 'Пам’ять' }).waitFor();
    expect(await page.getByLabel('Order').inputValue()).toBe('newest');
    await page.goForward();
    await first.filter({ hasText: 'What makes' }).waitFor();
    expect(await page.getByLabel('Order').inputValue()).toBe('words');
  });

  step('puts a document away and takes it back, by the keyboard alone', async () => {
    await card('On silence').getByRole('link').focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => window.document.activeElement?.ariaLabel)).toBe(
      'Put “On silence” away',
    );
    await page.keyboard.press('Enter');
    await card('On silence').waitFor({ state: 'detached' });
    await button('Archive').focus();
    await page.keyboard.press('Enter');
    await card('On silence').waitFor();
    await inspectPage(page, 'dashboard-archive');
    await button('Take “On silence” back').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'The archive is empty' }).waitFor();
    await inspectPage(page, 'dashboard-archive-empty');
    await button('Back to the desk').focus();
    await page.keyboard.press('Enter');
    await card('On silence').waitFor();
  });

  step('shows what happened earlier', async () => {
    const events = page.locator('tg-activity-list li');
    expect(await events.count()).toBe(8);
    await button('Show earlier').click();
    await events.nth(8).waitFor();
    await photograph(page, 'dashboard-earlier');
  });

  step('says what a new document will cost and take, and takes over the rules', async () => {
    await page.route('**/payment/pricing', (route) => route.fulfill({ json: PRICES }));
    await page.goto(`${thesis.system.url}/documents/new`);
    const ahead = page.locator('tg-price-ahead');
    await ahead.getByText('€10.00').waitFor();
    await page.getByLabel('Pages').fill('40');
    await ahead.getByText('€20.00').waitFor();
    await ahead.getByText('Writing takes').waitFor();
    await page.getByLabel('Pages').fill('1');
    await ahead.getByText('Choose a number of pages').waitFor();
    await page.getByLabel('Pages').fill('12');
    await page.getByLabel('Title').fill('Quiet rooms');
    await page.getByLabel('Topic').fill('Why readers need quiet rooms to remember');
    await page.getByLabel('University rules').selectOption({ label: 'APA 7, student paper' });
    await ahead.getByText('€6.00').waitFor();
    await inspectPage(page, 'new-document-priced');
    await button('Create and add sources').click();
    await page.waitForURL('**/sources');
    const id = page.url().split('/').at(-2) ?? '';
    const { body } = await api.get<{ profile: { values: object } }>(
      `/documents/${id}/requirements`,
    );
    expect(Object.keys(body.profile.values).length).toBeGreaterThan(5);
    await page.goto(thesis.system.url);
    const price = page.getByRole('region', { name: 'What it costs' });
    expect(await price.locator('.ledger').innerText()).toMatch(
      /Bachelor thesis, 40 pages\s+€20.00/,
    );
    await inspectPage(page, 'landing-priced');
    await page.unroute('**/payment/pricing');
  });

  step('arranges an outline by the keyboard alone, and by the mouse', async () => {
    const path = await documentWithOutline();
    await page.goto(`${thesis.system.url}${path}/outline`);
    const numbers = page.locator('.outline-number');
    const rows = page.locator('tg-outline-item');
    await rows.nth(3).waitFor();
    await page.getByLabel('Title of section 3').focus();
    await page.keyboard.press('Alt+Shift+ArrowRight');
    await page.getByText('“Three” is number 2.1 now.').waitFor({ state: 'attached' });
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByText('“Three” is number 1.1 now.').waitFor({ state: 'attached' });
    expect(await numbers.allInnerTexts()).toEqual(['1', '1.1', '2', '3']);
    // the section cannot go up any further, so that its button is passed over
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByLabel('Add a source').selectOption({ index: 1 });
    await page.getByRole('button', { name: /^Take “.*” away/ }).waitFor();
    await inspectPage(page, 'outline-arranged');
    await drag(rows.nth(3), rows.nth(0));
    await page.getByText('“Four” is number 1 now.').waitFor({ state: 'attached' });
    await button('Save the outline').click();
    await page.getByRole('link', { name: 'On to writing' }).waitFor();
    const { body } = await api.get<{ sections: { title: string; level: number }[] }>(
      `${path}/outline`,
    );
    expect(body.sections.map((one) => [one.title, one.level])).toEqual([
      ['Four', 1],
      ['One', 1],
      ['Three', 2],
      ['Two', 1],
    ]);
  });

  step('went without a broken script', () => {
    expect(thesis.complaints).toEqual([]);
  });
});
