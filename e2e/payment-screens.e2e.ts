import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { readPdf } from '../backend/src/testing/export-text';
import { StripeServer } from '../backend/src/testing/stripe/stripe-server';
import { Api } from './support/api';
import { inspectPage, launchBrowser, openPage, photograph } from './support/browser';
import { Author, expected } from './support/faults/authors';
import { deliverMissed } from './support/missed-events';
import { signInByCode } from './support/sign-in';
import { journeySteps } from './support/steps';
import { startSystem, type System } from './support/system';

const EMAIL = 'iryna@example.org';

jest.setTimeout(240_000);

interface Payment {
  id: string;
  documentId: string;
  receiptNumber: string;
}

describe('paying for a thesis, in a real browser', () => {
  let stripe: StripeServer;
  let system: System;
  let author: Author;
  let admin: Api;
  let browser: Browser;
  let page: Page;
  let documentId: string;
  let payment: Payment;
  const complaints: string[] = [];

  const step = journeySteps(() => photograph(page, 'stranded-payment'));

  beforeAll(async () => {
    stripe = await StripeServer.start();
    system = await startSystem({ ...stripe.environment, ADMIN_EMAILS: 'dean@example.org' });
    await stripe.deliverTo(webhook());
    author = await Author.signIn(system, EMAIL);
    admin = await new Api(system).signIn('dean@example.org');
    documentId = await author.document('What learners keep', 1);
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

  const webhook = () => `${system.url}/api/v1/payment/webhook`;
  const paymentPage = (id = documentId) => `${system.url}/documents/${id}/payment`;
  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const link = (name: string | RegExp): Locator => page.getByRole('link', { name });
  const heading = (name: string | RegExp): Locator => page.getByRole('heading', { name });
  const bill = (): Locator => page.locator('.bill');
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  const inspect = (name: string) => inspectPage(page, name);

  async function payments(): Promise<Payment[]> {
    const history = author.api.get<{ items: Payment[] }>('/payment/history');
    return (await expected(200, history)).items;
  }

  /** The receipt that the page offers, as text. */
  async function savedReceipt(name: string): Promise<string> {
    const download = page.waitForEvent('download');
    await button(name).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toBe(`TesiGo ${payment.receiptNumber}.pdf`);
    return (await readPdf(await readFile(await saved.path()))).pages.join(' ');
  }

  step('leads from the writing to what it costs', async () => {
    await page.goto(`${system.url}/documents/${documentId}/writing`);
    await signInByCode(page, system, EMAIL);
    await button(/^(Start writing|Write what is missing)$/).click();
    await page.waitForURL(paymentPage());
    await bill().getByText('5 pages at €0.50').waitFor();
    expect(await bill().locator('.bill-total').innerText()).toContain('€2.50');
    expect(await page.getByText(/^Valid until/).innerText()).toMatch(/\d{1,2}:\d{2}/);
    await inspect('payment-offer');
  });

  step('refuses a discount code and says why', async () => {
    await button('Apply').click();
    await page.getByText('Type the code first.').waitFor();
    await page.getByLabel('Discount code').fill('NOBODY-KNOWS');
    await page.keyboard.press('Enter');
    await page.getByText('There is no such code.').waitFor();
    expect(await page.getByLabel('Discount code').getAttribute('aria-invalid')).toBe('true');
    expect(await bill().innerText()).toContain('€2.50');
    await inspect('payment-code-refused');
  });

  step('takes a discount code, and takes it back', async () => {
    const code = { code: 'SPRING-20', percent: 20, usesPerUser: 2 };
    await expected(201, admin.post('/admin/discount-codes', code));
    await page.getByLabel('Discount code').fill('spring-20');
    await button('Apply').click();
    await bill().getByText('Discount SPRING-20').waitFor();
    expect(await bill().locator('.bill-total').innerText()).toContain('€2.00');
    await inspect('payment-code');
    await button('Take back the code SPRING-20').press('Enter');
    await bill().getByText('Discount SPRING-20').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.getByLabel('Discount code').fill('SPRING-20');
    await page.keyboard.press('Enter');
    await button('Pay €2.00').waitFor();
  });

  step('says when the offer has run out, and makes another', async () => {
    const soon = `update payments set valid_until = now() + interval '3 seconds'
      where document_id = $1 and status = 'quoted'`;
    await system.query(soon, [documentId]);
    await page.reload();
    await page.getByText('This offer has run out').waitFor();
    expect(await button(/^Pay/).count()).toBe(0);
    await inspect('payment-lapsed');
    await button('Get a new offer').press('Enter');
    await button('Pay €2.00').waitFor();
    expect(await focused()).toBe('Pay for the writing');
  });

  step('asks again when the price has changed since', async () => {
    const prices = await expected(200, admin.get<object>('/admin/prices'));
    const dearer = { ...prices, pagePrice: 60, vatBasisPoints: 2200 };
    await expected(200, admin.request('PUT', '/admin/prices', dearer));
    await system.query(`update payments set valid_until = now() where status = 'quoted'`);
    // the offer on the screen does not know of it
    await button('Pay €2.00').click();
    await page.getByText('The price has changed').waitFor();
    await bill().getByText('5 pages at €0.60').waitFor();
    await bill().getByText('of which VAT (22%)').waitFor();
    expect(page.url()).toBe(paymentPage());
    await inspect('payment-changed');
  });

  step('says that a card was declined, and nothing charged', async () => {
    await button('Pay €2.40').focus();
    await page.keyboard.press('Enter');
    await button('Have the card declined').click();
    await page.waitForURL(paymentPage());
    await page.getByText('The payment did not go through').waitFor();
    await inspect('payment-failed');
  });

  step('waits for the bank, and begins to write by itself', async () => {
    await stripe.deliverTo(null);
    await button('Pay €2.40').click();
    await page.getByRole('button', { name: 'Pay', exact: true }).click();
    await heading('Waiting for the word of your bank').waitFor();
    expect(page.url()).toContain('?payment=');
    await inspect('payment-waiting');
    await stripe.deliverTo(webhook());
    await deliverMissed(system, stripe);
    await page.getByText('Thank you: it is paid for').waitFor();
    await page.getByText('The writing has begun by itself.').waitFor();
    await inspect('payment-paid');
    await link('Watch the writing').click();
    await link('Read the text').first().waitFor({ timeout: 90_000 });
    const jobs = await system.query('select 1 from jobs where document_id = $1', [documentId]);
    expect(jobs).toHaveLength(1);
    await page.goto(paymentPage());
    await page.getByText('Thank you: it is paid for').waitFor();
  });

  step('lists what was paid, from the account', async () => {
    [payment] = (await payments()) as [Payment];
    await link('Account').click();
    await heading('Payments').waitFor();
    await inspect('payment-account');
    await link('To your payments').click();
    await page.getByText(`receipt ${payment.receiptNumber}`).waitFor();
    expect(await page.locator('.payment-item').count()).toBe(1);
    expect(await page.locator('.payment-item').innerText()).toContain('€2.40');
    await inspect('payment-history');
    await link('What learners keep').click();
    await heading('What learners keep').waitFor();
    await inspect('payment-details');
  });

  step('has a receipt in the language of the reader', async () => {
    const english = await savedReceipt('Download the receipt (PDF)');
    expect(english).toContain(payment.receiptNumber);
    expect(english).toContain('2.40 EUR');
    await page.locator('.language-picker').selectOption('uk');
    expect(await savedReceipt('Завантажити квитанцію (PDF)')).toContain('2,40 EUR');
    await page.locator('.language-picker').selectOption('en');
    await button('Download the receipt (PDF)').waitFor();
  });

  step('asks for money back, with a reason', async () => {
    await button('Ask for money back').press('Enter');
    await page.locator('textarea:focus').waitFor();
    await button('Send the request').click();
    await page.getByText('Say in a few words why.').waitFor();
    await inspect('payment-refund-form');
    await page.getByLabel('Why do you want money back?').fill('Half of it I wrote myself.');
    await button('Send the request').click();
    await page.getByText('Asked for', { exact: true }).waitFor();
    expect(await focused()).toBe('Refunds');
    expect(await button('Ask for money back').count()).toBe(0);
    await inspect('payment-refund-asked');
  });

  step('shows what was decided and why, as soon as it is', async () => {
    const { refunds } = await expected(
      200,
      author.api.get<{ refunds: { id: string }[] }>(`/payment/${payment.id}`),
    );
    const decision = { reason: 'That is so. Half goes back.', amount: 120 };
    const path = `/admin/refunds/${refunds[0]!.id}/approve`;
    await expected(200, admin.post(path, decision));
    await page.getByText('Our answer: That is so. Half goes back.').waitFor();
    await page.getByText('Sent back', { exact: true }).waitFor();
    await page.getByText('Refunded in part').waitFor();
    await inspect('payment-refunded-in-part');
  });

  step('shows a refund that was declined', async () => {
    await button('Ask for money back').click();
    await page.getByLabel('Why do you want money back?').fill('The rest too, please.');
    await button('Send the request').click();
    await page.getByText('Asked for', { exact: true }).waitFor();
    const list = admin.get<{ items: { id: string }[] }>('/admin/refunds?status=requested');
    const [asked] = (await expected(200, list)).items;
    const reason = 'The rest was written, and is yours.';
    await expected(200, admin.post(`/admin/refunds/${asked!.id}/reject`, { reason }));
    await page.getByText('Declined').waitFor();
    await inspect('payment-refund-declined');
  });

  step('shows a dispute, and what it stops', async () => {
    const [intent] = (await stripe.objects('payment_intent')).filter(
      ({ status }) => status === 'succeeded',
    );
    const dispute = await stripe.dispute(intent!.id, 120);
    await page.reload();
    await page.getByText('Your bank disputes this payment.').waitFor();
    await inspect('payment-disputed');
    const other = await author.document('What learners forget', 1);
    await page.goto(paymentPage(other));
    await page.getByText(/A payment of yours is disputed/).waitFor();
    await inspect('payment-frozen');
    await stripe.closeDispute(dispute.id, true);
    await link('To your payments').click();
    await link('What learners keep').click();
    await page.getByText('A part of this payment has been sent back to you.').waitFor();
  });

  step('takes pages that are given, without any payment', async () => {
    const prices = await expected(200, admin.get<object>('/admin/prices'));
    await expected(200, admin.request('PUT', '/admin/prices', { ...prices, freePages: 8 }));
    const given = await author.document('What learners are given', 1);
    await page.goto(paymentPage(given));
    await bill().getByText('5 pages covered').waitFor();
    await inspect('payment-given');
    const partly = await author.document('What learners pay in part', 1);
    await button('Start writing for nothing').click();
    await page.getByText('Thank you: it is paid for').waitFor();
    await page.goto(paymentPage(partly));
    await bill().getByText('3 pages covered').waitFor();
    await button('Pay €1.20').waitFor();
  });

  step('fits its longer languages too', async () => {
    for (const [language, title, history] of [
      ['uk', 'Оплата написання', 'Платежі'],
      ['it', 'Paga la stesura', 'Pagamenti'],
    ] as const) {
      await page.locator('.language-picker').selectOption(language);
      await heading(title).waitFor();
      await inspect(`payment-offer-${language}`);
      const offer = page.url();
      await page.goto(`${system.url}/payments`);
      await heading(history).waitFor();
      await page.locator('.payment-item').first().waitFor();
      await inspect(`payment-history-${language}`);
      await page.goto(`${system.url}/payments/${payment.id}`);
      await page.locator('.refund-item').first().waitFor();
      await inspect(`payment-details-${language}`);
      await page.goto(offer);
      await bill().waitFor();
    }
    await page.locator('.language-picker').selectOption('en');
    await heading('Pay for the writing').waitFor();
  });

  step("is as absent for another's payment as for none", async () => {
    const other = await new Api(system).signIn('stranger@example.org');
    expect((await other.get(`/payment/${payment.id}`)).status).toBe(404);
    await page.goto(`${system.url}/payments/01920000-0000-7000-8000-000000000000`);
    await page.getByRole('alert').waitFor();
    await inspect('payment-absent');
  });

  step('went without a broken script', () => {
    expect(complaints).toEqual([]);
  });
});

describe('where nothing has to be paid', () => {
  let system: System;
  let browser: Browser;

  beforeAll(async () => {
    system = await startSystem();
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });

  it('says so, and offers no way to pay', async () => {
    const complaints: string[] = [];
    const author = await Author.signIn(system, EMAIL);
    const documentId = await author.document('What is free', 1);
    const page = await openPage(browser, complaints);
    await page.goto(`${system.url}/documents/${documentId}/payment`);
    await signInByCode(page, system, EMAIL);
    await page.getByRole('heading', { name: 'Writing is free here' }).waitFor();
    expect(await page.getByRole('button', { name: /pay/i }).count()).toBe(0);
    await inspectPage(page, 'payment-off');
    await page.getByRole('link', { name: 'Account' }).click();
    await page.getByText('Writing is free here: nothing has to be paid for.').waitFor();
    expect(await page.getByRole('link', { name: 'To your payments' }).count()).toBe(0);
    await page.goto(`${system.url}/payments`);
    await page.getByText('Writing is free here; nothing has to be paid for.').waitFor();
    expect(complaints).toEqual([]);
  });
});
