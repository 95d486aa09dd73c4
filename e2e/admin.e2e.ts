import type { Page } from 'playwright-core';
import { AdminStage, DEAN, RUDE, STUDENT } from './support/admin-stage';
import { photograph } from './support/browser';
import { expected } from './support/faults/authors';
import { signInByCode } from './support/sign-in';
import { journeySteps } from './support/steps';
import type { System } from './support/system';

jest.setTimeout(240_000);

describe('the administration of people and money, in a real browser', () => {
  let stage: AdminStage;
  let system: System;
  let page: Page;

  const step = journeySteps(() => photograph(page, 'stranded-admin'));

  beforeAll(async () => {
    stage = await AdminStage.open();
    ({ system, page } = stage);
  });

  afterAll(() => stage?.close());

  step('is not there for students', async () => {
    await page.goto(`${system.url}/admin/users`);
    await signInByCode(page, system, STUDENT);
    await stage.heading('There is nothing at this address').last().waitFor();
    expect(page.url()).toBe(`${system.url}/admin/users`);
    expect(await stage.link('Administration').count()).toBe(0);
    await stage.button('Sign out').click();
    await stage.link('Sign in').click();
  });

  step('is a link away for admins', async () => {
    await signInByCode(page, system, DEAN);
    await stage.link('Administration').click();
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    await stage.go('Users');
    await page.getByText('24 entries').waitFor();
    expect(await page.title()).toBe('Users · TesiGo');
    await stage.inspect('users');
  });

  step('keeps page and order of a list in the address', async () => {
    await stage.button('Next').click();
    await page.getByText('Page 2 of 2').waitFor();
    expect(page.url()).toContain('page=2');
    await stage.button('E-mail address').click();
    await stage.row(DEAN).waitFor();
    expect(page.url()).toMatch(/\?sort=email$/);
    expect(await page.locator('th[aria-sort=ascending]').innerText()).toContain('E-mail address');
    await page.goBack();
    await page.getByText('Page 2 of 2').waitFor();
  });

  step('finds an account and blocks it, at once', async () => {
    await page.getByRole('searchbox').fill('RUDE');
    await page.keyboard.press('Enter');
    await page.getByText('1 entry').waitFor();
    await stage.link(RUDE).click();
    await page.getByText('Signed in at').waitFor();
    await stage.inspect('user');
    await stage.button('Block').press('Enter');
    await stage.heading('Block this account?').waitFor();
    await page.getByLabel('Why?').fill('Wrote to others in bad words.');
    await stage.inspect('user-block');
    await page.getByRole('dialog').getByRole('button', { name: 'Block' }).click();
    await page.getByText(`${RUDE} is blocked and signed out everywhere.`).waitFor();
    expect(await stage.focused()).toContain('is blocked');
    expect((await stage.rude.get('/auth/me')).status).toBe(401);
    await stage.inspect('user-blocked');
    await stage.act('Unblock');
    await page.getByText(`${RUDE} can sign in again.`).waitFor();
    await page.getByText('Active', { exact: true }).waitFor();
  });

  step('makes an admin, and a student again', async () => {
    await stage.act('Make an admin');
    await page.getByText(`${RUDE} is an admin now.`).waitFor();
    await stage.act('Make a student');
    await page.getByText(`${RUDE} is a student now.`).waitFor();
  });

  step('signs out everywhere, and sets an allowance', async () => {
    await stage.rude.signIn(RUDE);
    await page.reload();
    await page.getByRole('button', { name: /^End/ }).click();
    await page.getByText(`The session of ${RUDE} has ended.`).waitFor();
    expect((await stage.rude.get('/auth/me')).status).toBe(401);
    await stage.rude.signIn(RUDE);
    await page.reload();
    await stage.act('Sign out everywhere');
    await page.getByText(`${RUDE} is signed out everywhere.`).waitFor();
    expect((await stage.rude.get('/auth/me')).status).toBe(401);
    await page.getByLabel('Tokens a day (UTC)').fill('many');
    await stage.button('Set the allowance').click();
    await page.getByText('Use a whole number, or leave it empty.').waitFor();
    await page.getByLabel('Tokens a day (UTC)').fill('5000');
    await stage.button('Set the allowance').click();
    await page.getByText('of 5,000').waitFor();
  });

  step('gives all of a list as a file', async () => {
    await page.goto(`${system.url}/admin/users`);
    await page.getByText('24 entries').waitFor();
    const csv = await stage.saved('Download as CSV', /^tesigo-users-\d{4}-\d\d-\d\d\.csv$/);
    expect(csv.trim().split('\r\n')).toHaveLength(25);
    expect(csv).toContain(RUDE);
  });

  step('lists payments of all, and leads to their refunds', async () => {
    await stage.go('All payments');
    await stage.row(STUDENT).first().waitFor();
    await stage.inspect('payments');
    await page.getByLabel('State').selectOption('Failed');
    await stage.heading('No payments').waitFor();
    await stage.inspect('payments-none');
    await page.getByLabel('State').selectOption('Paid');
    await stage
      .link(/^Its refunds/)
      .first()
      .click();
    await page.getByText('1 entry').waitFor();
    expect(page.url()).toContain('/admin/refunds?paymentId=');
    await stage.button('Of one payment only').click();
    await page.getByText('2 entries').waitFor();
    await stage.inspect('refunds');
  });

  step('sends a part of the money back, after a second word', async () => {
    await stage.button(`Decide ${STUDENT}`).first().click();
    await stage.heading('Decide about a refund').waitFor();
    await page.getByLabel('How much, in EUR').fill('99');
    await stage.button('Go on').click();
    await page.getByText('Use an amount up to €2.50.').waitFor();
    await stage.inspect('refund-wrong');
    await page.getByLabel('How much, in EUR').fill('1.20');
    await page.getByLabel('Your reason').fill('That is so. Half goes back.');
    await stage.button('Go on').press('Enter');
    await page.getByText(`Send €1.20 back to ${STUDENT}?`).waitFor();
    await stage.inspect('refund-sure');
    await stage.button('Send €1.20 back').click();
    await page.getByText(`€1.20 is on its way back to ${STUDENT}.`).waitFor();
    await page.getByText('Our answer: That is so. Half goes back.').waitFor();
    expect(await stage.focused()).toContain('on its way back');
    const [, twice] = await Promise.all([
      system.query('select 1'),
      system.query<{ amount: number }>("select amount from refunds where status <> 'requested'"),
    ]);
    expect(twice).toMatchObject([{ amount: 120 }]);
  });

  step('declines a refund with a reason', async () => {
    await stage.button(`Decide ${STUDENT}`).click();
    await page.getByLabel('Send nothing back').check();
    await page.getByLabel('Your reason').fill('It was written as ordered.');
    await stage.button('Decline it').click();
    await page.getByText(`The request of ${STUDENT} is declined`).waitFor();
    await stage.row('It was written as ordered.').getByText('Declined').waitFor();
    await stage.inspect('refunds-decided');
  });

  step('changes a price, which holds at once', async () => {
    await stage.go('Prices');
    await page.getByLabel('Price of a page').fill('0.605');
    await stage.button('Change the prices').click();
    await page.getByText('Use at most 2 decimals.').waitFor();
    await page.getByLabel('Price of a page').fill('0.6');
    await page.getByLabel('VAT contained, in per cent').fill('5.5');
    await stage.inspect('prices');
    await stage.button('Change the prices').press('Enter');
    await page.getByText('A page costs €0.50 now, and €0.60 from then on.').waitFor();
    await stage.inspect('prices-sure');
    await page.getByRole('dialog').getByRole('button', { name: 'Change the prices' }).click();
    await page.getByText('The new prices hold now.').waitFor();
    const pricing = await expected(200, stage.student.api.get<object>('/payment/pricing'));
    expect(pricing).toMatchObject({ pagePrice: 60, vatBasisPoints: 550, currency: 'EUR' });
  });

  step('makes a discount code', async () => {
    await stage.go('Discount codes');
    await stage.heading('No codes yet').waitFor();
    await page.getByLabel('Code', { exact: true }).fill('spring-20');
    await page.getByLabel('Per cent off').fill('20');
    await stage.button('Make the code').click();
    await page.getByText('The code SPRING-20 can be used now.').waitFor();
    await stage.row('SPRING-20').getByText('20%').waitFor();
    await stage.inspect('discounts');
  });

  step('sets what an institution pays for', async () => {
    await stage.go('Institutions');
    await page.getByLabel('Name').fill('University of Invented Studies');
    await page.getByLabel('Mail domain').fill('nowhere');
    await stage.button('Save').click();
    await page.getByText('Use a domain such as students.example.edu.').waitFor();
    await page.getByLabel('Mail domain').fill('students.example.edu');
    await stage.button('Save').click();
    await stage.row('students.example.edu').getByText('1,000').waitFor();
    await stage.button(/^Change/).click();
    await page.getByLabel('Pages a month').fill('2500');
    await stage.button('Save').click();
    await stage.row('students.example.edu').getByText('2,500').waitFor();
    await stage.inspect('institutions');
  });

  step('gives the books of some days', async () => {
    await stage.go('Bookkeeping');
    const today = new Date().toISOString().slice(0, 10);
    await page.getByLabel('Last day (UTC)').fill('2020-01-01');
    await page.getByText('The last day must not be before the first.').waitFor();
    await page.getByLabel('First day (UTC)').fill(today);
    await page.getByLabel('Last day (UTC)').fill(today);
    const csv = await stage.saved('Download the books (CSV)', /^tesigo-books-/);
    expect(csv).toContain('sales');
    await stage.inspect('books');
  });

  step('tells in words who did what', async () => {
    await stage.go('Audit log');
    await page.getByLabel('What', { exact: true }).selectOption('Prices changed');
    await stage.row('Prices changed').getByText('Price of a page: €0.60').waitFor();
    await stage.row('Prices changed').getByRole('link', { name: 'You' }).waitFor();
    await page.getByLabel('What', { exact: true }).selectOption('Refund approved');
    await stage.row('Refund approved').getByText('Amount: €1.20').waitFor();
    const csv = await stage.saved('Download as CSV', /^tesigo-audit-/);
    expect(csv).toContain('refund.approved');
    expect(csv).not.toContain('prices.changed');
    await page.getByLabel('To (UTC)').fill('2020-01-01');
    await page.keyboard.press('Tab');
    await stage.heading('No events').waitFor();
    await page.getByLabel('To (UTC)').fill('');
    await page.keyboard.press('Tab');
    await page.getByLabel('What', { exact: true }).selectOption('All');
    await stage.row('Administration used').first().waitFor();
    await stage.inspect('audit');
  });

  step('went without a broken script', () => {
    expect(stage.complaints).toEqual([]);
  });
});
