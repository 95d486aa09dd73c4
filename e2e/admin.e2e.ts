import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { StripeServer } from '../backend/src/testing/stripe/stripe-server';
import { Api } from './support/api';
import { inspectPage, launchBrowser, openPage, photograph } from './support/browser';
import { Author, expected } from './support/faults/authors';
import { payFor } from './support/pay-for';
import { signInByCode } from './support/sign-in';
import { journeySteps } from './support/steps';
import { startSystem, type System } from './support/system';

const DEAN = 'dean@example.org';
const STUDENT = 'iryna@example.org';
const RUDE = 'rude@example.org';

jest.setTimeout(240_000);

describe('the administration, in a real browser', () => {
  let stripe: StripeServer;
  let system: System;
  let student: Author;
  let rude: Api;
  let browser: Browser;
  let page: Page;
  let paymentId: string;
  const complaints: string[] = [];

  const step = journeySteps(() => photograph(page, 'stranded-admin'));

  beforeAll(async () => {
    stripe = await StripeServer.start();
    system = await startSystem({ ...stripe.environment, ADMIN_EMAILS: DEAN });
    await stripe.deliverTo(`${system.url}/api/v1/payment/webhook`);
    student = await Author.signIn(system, STUDENT);
    rude = await new Api(system).signIn(RUDE);
    for (let n = 1; n <= 21; n += 1) {
      await new Api(system).signIn(`reader${String(n).padStart(2, '0')}@example.org`);
    }
    for (const title of ['What learners keep', 'What learners forget']) {
      const documentId = await student.document(title, 1);
      paymentId = await payFor(student.api, stripe, documentId);
      const asked = { paymentId, reason: 'Half of it I wrote myself.' };
      await expected(201, student.api.post('/payment/refunds', asked));
    }
    browser = await launchBrowser();
    page = await openPage(browser, complaints);
    page.on('console', (message) => {
      const expected = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !expected) complaints.push(message.text());
    });
  });

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
    await stripe?.stop();
  });

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const link = (name: string | RegExp): Locator => page.getByRole('link', { name });
  const heading = (name: string | RegExp): Locator => page.getByRole('heading', { name });
  const row = (text: string): Locator => page.getByRole('row').filter({ hasText: text });
  const inspect = (name: string) => inspectPage(page, `admin-${name}`);
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());

  async function go(name: string): Promise<void> {
    await page
      .getByRole('navigation', { name: 'Administration' })
      .getByRole('link', { name, exact: true })
      .click();
    await page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Does to an account what is asked about once more. */
  async function act(name: string): Promise<void> {
    await button(name).click();
    await page.getByRole('dialog').getByRole('button', { name }).click();
  }

  async function saved(name: string | RegExp, file: RegExp): Promise<string> {
    const download = page.waitForEvent('download');
    await button(name).click();
    const taken = await download;
    expect(taken.suggestedFilename()).toMatch(file);
    return readFile(await taken.path(), 'utf8');
  }

  step('is not there for students', async () => {
    await page.goto(`${system.url}/admin/users`);
    await signInByCode(page, system, STUDENT);
    await heading('There is nothing at this address').last().waitFor();
    expect(page.url()).toBe(`${system.url}/admin/users`);
    expect(await link('Administration').count()).toBe(0);
    await button('Sign out').click();
    await link('Sign in').click();
  });

  step('is a link away for admins', async () => {
    await signInByCode(page, system, DEAN);
    await link('Administration').click();
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    await go('Users');
    await page.getByText('24 entries').waitFor();
    expect(await page.title()).toBe('Users · TesiGo');
    await inspect('users');
  });

  step('keeps page and order of a list in the address', async () => {
    await button('Next').click();
    await page.getByText('Page 2 of 2').waitFor();
    expect(page.url()).toContain('page=2');
    await button('E-mail address').click();
    await row(DEAN).waitFor();
    expect(page.url()).toMatch(/\?sort=email$/);
    expect(await page.locator('th[aria-sort=ascending]').innerText()).toContain('E-mail address');
    await page.goBack();
    await page.getByText('Page 2 of 2').waitFor();
  });

  step('finds an account and blocks it, at once', async () => {
    await page.getByRole('searchbox').fill('RUDE');
    await page.keyboard.press('Enter');
    await page.getByText('1 entry').waitFor();
    await link(RUDE).click();
    await page.getByText('Signed in at').waitFor();
    await inspect('user');
    await button('Block').press('Enter');
    await heading('Block this account?').waitFor();
    await page.getByLabel('Why?').fill('Wrote to others in bad words.');
    await inspect('user-block');
    await page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
    await page.getByText(`${RUDE} is blocked and signed out everywhere.`).waitFor();
    expect(await focused()).toContain('is blocked');
    expect((await rude.get('/auth/me')).status).toBe(401);
    await inspect('user-blocked');
    await act('Unblock');
    await page.getByText(`${RUDE} can sign in again.`).waitFor();
    await page.getByText('Active', { exact: true }).waitFor();
  });

  step('makes an admin, and a student again', async () => {
    await act('Make an admin');
    await page.getByText(`${RUDE} is an admin now.`).waitFor();
    await act('Make a student');
    await page.getByText(`${RUDE} is a student now.`).waitFor();
  });

  step('signs out everywhere, and sets an allowance', async () => {
    await rude.signIn(RUDE);
    await page.reload();
    await act('Sign out everywhere');
    await page.getByText(`${RUDE} is signed out everywhere.`).waitFor();
    expect((await rude.get('/auth/me')).status).toBe(401);
    await page.getByLabel('Tokens a day (UTC)').fill('many');
    await button('Set the allowance').click();
    await page.getByText('Use a whole number, or leave it empty.').waitFor();
    await page.getByLabel('Tokens a day (UTC)').fill('5000');
    await button('Set the allowance').click();
    await page.getByText('of 5,000').waitFor();
  });

  step('gives all of a list as a file', async () => {
    await page.goto(`${system.url}/admin/users`);
    await page.getByText('24 entries').waitFor();
    const csv = await saved('Download as CSV', /^tesigo-users-\d{4}-\d\d-\d\d\.csv$/);
    expect(csv.trim().split('\r\n')).toHaveLength(25);
    expect(csv).toContain(RUDE);
  });

  step('lists payments of all, and leads to their refunds', async () => {
    await go('All payments');
    await row(STUDENT).first().waitFor();
    await inspect('payments');
    await page.getByLabel('State').selectOption('Failed');
    await heading('No payments').waitFor();
    await inspect('payments-none');
    await page.getByLabel('State').selectOption('Paid');
    await link(/^Its refunds/)
      .first()
      .click();
    await page.getByText('1 entry').waitFor();
    expect(page.url()).toContain('/admin/refunds?paymentId=');
    await button('Of one payment only').click();
    await page.getByText('2 entries').waitFor();
    await inspect('refunds');
  });

  step('sends a part of the money back, after a second word', async () => {
    await button(`Decide ${STUDENT}`).first().click();
    await heading('Decide about a refund').waitFor();
    await page.getByLabel('How much, in EUR').fill('99');
    await button('Go on').click();
    await page.getByText('Use an amount up to €2.50.').waitFor();
    await inspect('refund-wrong');
    await page.getByLabel('How much, in EUR').fill('1.20');
    await page.getByLabel('Your reason').fill('That is so. Half goes back.');
    await button('Go on').press('Enter');
    await page.getByText(`Send €1.20 back to ${STUDENT}?`).waitFor();
    await inspect('refund-sure');
    await button('Send €1.20 back').click();
    await page.getByText(`€1.20 is on its way back to ${STUDENT}.`).waitFor();
    await page.getByText('Our answer: That is so. Half goes back.').waitFor();
    expect(await focused()).toContain('on its way back');
    const [, twice] = await Promise.all([
      system.query('select 1'),
      system.query<{ amount: number }>("select amount from refunds where status <> 'requested'"),
    ]);
    expect(twice).toMatchObject([{ amount: 120 }]);
  });

  step('declines a refund with a reason', async () => {
    await button(`Decide ${STUDENT}`).click();
    await page.getByLabel('Send nothing back').check();
    await page.getByLabel('Your reason').fill('It was written as ordered.');
    await button('Decline it').click();
    await page.getByText(`The request of ${STUDENT} is declined`).waitFor();
    await row('It was written as ordered.').getByText('Declined').waitFor();
    await inspect('refunds-decided');
  });

  step('changes a price, which holds at once', async () => {
    await go('Prices');
    await page.getByLabel('Price of a page').fill('0.605');
    await button('Change the prices').click();
    await page.getByText('Use at most 2 decimals.').waitFor();
    await page.getByLabel('Price of a page').fill('0.6');
    await page.getByLabel('VAT contained, in per cent').fill('5.5');
    await inspect('prices');
    await button('Change the prices').press('Enter');
    await page.getByText('A page costs €0.50 now, and €0.60 from then on.').waitFor();
    await inspect('prices-sure');
    await page.getByRole('dialog').getByRole('button', { name: 'Change the prices' }).click();
    await page.getByText('The new prices hold now.').waitFor();
    const pricing = await expected(200, student.api.get<object>('/payment/pricing'));
    expect(pricing).toMatchObject({ pagePrice: 60, vatBasisPoints: 550, currency: 'EUR' });
  });

  step('makes a discount code', async () => {
    await go('Discount codes');
    await heading('No codes yet').waitFor();
    await page.getByLabel('Code', { exact: true }).fill('spring-20');
    await page.getByLabel('Per cent off').fill('20');
    await button('Make the code').click();
    await page.getByText('The code SPRING-20 can be used now.').waitFor();
    await row('SPRING-20').getByText('20%').waitFor();
    await inspect('discounts');
  });

  step('sets what an institution pays for', async () => {
    await go('Institutions');
    await page.getByLabel('Name').fill('University of Invented Studies');
    await page.getByLabel('Mail domain').fill('nowhere');
    await button('Save').click();
    await page.getByText('Use a domain such as students.example.edu.').waitFor();
    await page.getByLabel('Mail domain').fill('students.example.edu');
    await button('Save').click();
    await row('students.example.edu').getByText('1,000').waitFor();
    await button(/^Change/).click();
    await page.getByLabel('Pages a month').fill('2500');
    await button('Save').click();
    await row('students.example.edu').getByText('2,500').waitFor();
    await inspect('institutions');
  });

  step('gives the books of some days', async () => {
    await go('Bookkeeping');
    const today = new Date().toISOString().slice(0, 10);
    await page.getByLabel('Last day (UTC)').fill('2020-01-01');
    await page.getByText('The last day must not be before the first.').waitFor();
    await page.getByLabel('First day (UTC)').fill(today);
    await page.getByLabel('Last day (UTC)').fill(today);
    const csv = await saved('Download the books (CSV)', /^tesigo-books-/);
    expect(csv).toContain('sales');
    await inspect('books');
  });

  step('tells in words who did what', async () => {
    await go('Audit log');
    await page.getByLabel('What', { exact: true }).selectOption('Prices changed');
    await row('Prices changed').getByText('pagePrice:').waitFor();
    await row('Prices changed').getByRole('link', { name: 'You' }).waitFor();
    await page.getByLabel('What', { exact: true }).selectOption('Refund approved');
    await row('Refund approved').getByText('amount:').waitFor();
    const csv = await saved('Download as CSV', /^tesigo-audit-/);
    expect(csv).toContain('refund.approved');
    expect(csv).not.toContain('prices.changed');
    await page.getByLabel('To (UTC)').fill('2020-01-01');
    await page.keyboard.press('Tab');
    await heading('No events').waitFor();
    await page.getByLabel('To (UTC)').fill('');
    await page.keyboard.press('Tab');
    await page.getByLabel('What', { exact: true }).selectOption('All');
    await row('Administration used').first().waitFor();
    await inspect('audit');
  });

  step('sets what holds everywhere, and takes it back', async () => {
    await go('Settings');
    await button('Save the settings').click();
    await page.getByText('Nothing is different from what holds already.').waitFor();
    await page.getByLabel('Tokens of each user a day').fill('250000');
    await page.getByLabel('English').first().fill('We move to a new house on Sunday.');
    await button('Save the settings').press('Enter');
    await page.getByText('The settings hold now.').waitFor();
    await row('Tokens of each user a day').getByText('250,000').waitFor();
    const me = await expected(200, student.api.get<{ dailyTokenLimit: number }>('/auth/me'));
    expect(me.dailyTokenLimit).toBe(250_000);
    await inspect('settings');
    await row('250,000').getByRole('button', { name: 'Undo' }).click();
    await heading('Take this change back?').waitFor();
    await inspect('settings-undo');
    await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The change is taken back.').waitFor();
    await page.getByText('takes an earlier change back').waitFor();
    expect(await heading('Set here').count()).toBe(0);
  });

  step('shows how it goes, drawn and as a table', async () => {
    await go('Overview');
    await page.getByRole('img', { name: /^New users: 24$/ }).waitFor();
    expect(await page.getByRole('img', { name: /^Revenue: €/ }).count()).toBe(1);
    await inspect('overview');
    await page.getByText('The same as a table').click();
    expect(await page.getByRole('row').count()).toBe(31);
    await page.getByLabel('Show').selectOption('The last 7 days');
    await page.getByRole('row').nth(8).waitFor({ state: 'detached' });
    expect(page.url()).toContain('days=7');
    await inspect('overview-table');
  });

  step('shows jobs as they go on, and those that do not', async () => {
    await go('Jobs');
    await row(STUDENT).getByText('Completed').first().waitFor({ timeout: 90_000 });
    await inspect('jobs');
    await system.query(`update jobs set status = 'failed', error_code = 'MODEL_FAILED'
      where id = (select id from jobs order by id desc limit 1)`);
    await row(STUDENT).getByText('Failed', { exact: true }).waitFor();
    await button(`Go on ${STUDENT}`).click();
    await heading('Let it go on?').waitFor();
    await inspect('jobs-retry');
    await page.getByRole('dialog').getByRole('button', { name: 'Go on' }).click();
    await page.getByText('The job goes on.').waitFor();
    await go('Stuck jobs');
    await heading('Nothing is stuck').waitFor();
    await inspect('stuck');
  });

  step('adds up what the models cost', async () => {
    await go('Model costs');
    await page.getByText('Tokens without a price').first().waitFor();
    await page.getByLabel('Grouped by').selectOption('User');
    await page.waitForURL(/groupBy=user/);
    await inspect('costs');
  });

  step('knows whether everything answers', async () => {
    await go('System');
    await page.getByText('Everything answers').waitFor();
    await button('Tell all processes').click();
    await page.getByText(/Processes told: \d/).waitFor();
    await inspect('system');
  });

  step('shows what could not be delivered', async () => {
    await go('Undelivered');
    await heading('Everything was delivered').waitFor();
    await inspect('letters');
  });

  step('has its pages behind a button on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 780 });
    expect(await link('Refunds').count()).toBe(0);
    await button('All pages of the administration').press('Enter');
    await link('Refunds').click();
    await row(STUDENT).first().waitFor();
    expect(await link('Prices').count()).toBe(0);
    await page.setViewportSize({ width: 1280, height: 860 });
  });

  step('fits its longer languages too', async () => {
    for (const [language, users] of [
      ['uk', 'Користувачі'],
      ['it', 'Utenti'],
    ] as const) {
      await page.locator('.language-picker').selectOption(language);
      await page.locator(`html[lang=${language}]`).waitFor();
      for (const path of ['overview', 'refunds', 'settings', 'users']) {
        await page.goto(`${system.url}/admin/${path}`);
        await page.locator('tbody tr, form, svg[role=img]').first().waitFor();
        await inspect(`${path}-${language}`);
      }
      await heading(users).waitFor();
    }
  });

  step('went without a broken script', () => {
    expect(complaints).toEqual([]);
  });
});
