import type { Browser, Locator, Page, Route } from 'playwright-core';
import { type Attempt } from '../backend/src/testing/stripe/commands';
import { StripeServer } from '../backend/src/testing/stripe/stripe-server';
import { inspectPage, launchBrowser, openPage, photograph } from './support/browser';
import { Author } from './support/faults/authors';
import { signInByCode } from './support/sign-in';
import { journeySteps } from './support/steps';
import { startSystem, type System } from './support/system';
import { STRIPE_FRAME, STRIPE_SCRIPT } from './support/stripe-script';

/* The form for cards in the app itself, behind the policy of the app's own pages. */

const EMAIL = 'bohdan@example.org';

jest.setTimeout(240_000);

describe('paying by card in the app, in a real browser', () => {
  let stripe: StripeServer;
  let system: System;
  let author: Author;
  let browser: Browser;
  let page: Page;
  let documentId: string;
  let attempt: Attempt = 'declined';
  let down = true;
  const complaints: string[] = [];
  const fetched: string[] = [];

  const step = journeySteps(() => photograph(page, 'stranded-payment-form'));

  beforeAll(async () => {
    stripe = await StripeServer.start();
    system = await startSystem({ ...stripe.environment, STRIPE_PUBLISHABLE_KEY: 'pk_test_double' });
    await stripe.deliverTo(`${system.url}/api/v1/payment/webhook`);
    author = await Author.signIn(system, EMAIL);
    documentId = await author.document('What a card pays for', 1);
    browser = await launchBrowser();
    page = await openPage(browser, complaints);
    page.on('console', (message) => {
      const expected = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !expected) complaints.push(message.text());
    });
    await page.route(/^https:\/\/(js|api)\.stripe\.com\//, answerAsStripe);
  });

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
    await stripe?.stop();
  });

  /** In place of Stripe's servers, which a test does not call. */
  async function answerAsStripe(route: Route): Promise<void> {
    const url = new URL(route.request().url());
    fetched.push(url.pathname);
    const headers = { 'Access-Control-Allow-Origin': '*' };
    if (url.pathname.endsWith('.js')) {
      if (down) await route.abort();
      else await route.fulfill({ contentType: 'text/javascript', body: STRIPE_SCRIPT, headers });
    } else if (url.hostname === 'js.stripe.com') {
      await route.fulfill({ contentType: 'text/html', body: STRIPE_FRAME });
    } else {
      const { id } = JSON.parse(route.request().postData() ?? '{}') as { id: string };
      const { status, last_payment_error: error } = await stripe.attempt(id, attempt);
      await route.fulfill({ json: { status, error }, headers });
    }
  }

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const form = (): Locator => page.getByRole('form', { name: 'Pay by card' });

  step('says before anybody signs in what a page costs', async () => {
    await page.goto(system.url);
    await page.getByText('€0.50 a page, for documents of 3 to 200 pages.').waitFor();
    await inspectPage(page, 'landing-price');
  });

  step('asks nothing of Stripe until somebody wants to pay by card', async () => {
    await page.goto(`${system.url}/documents/${documentId}/payment`);
    await signInByCode(page, system, EMAIL);
    await button('Pay €2.50 by card').waitFor();
    await button('Pay on Stripe’s page').waitFor();
    await inspectPage(page, 'payment-ways');
    expect(fetched).toEqual([]);
    expect(await page.evaluate(() => 'Stripe' in window)).toBe(false);
  });

  step('says when the form cannot be loaded, and tries again', async () => {
    await button('Pay €2.50 by card').click();
    await page.getByText('The form for cards cannot be loaded.').waitFor();
    await inspectPage(page, 'payment-card-absent');
    down = false;
    await form().getByRole('button', { name: 'Try again' }).click();
    await form().getByRole('button', { name: 'Pay €2.50' }).waitFor();
  });

  step('takes cards in a frame of Stripe’s, in the look of the page', async () => {
    const frame = page.frameLocator('iframe[title="Secure payment input frame"]');
    await frame.getByText('Card number').waitFor();
    await inspectPage(page, 'payment-card');
  });

  step('says why a card was refused, and lets another be tried', async () => {
    await form().getByRole('button', { name: 'Pay €2.50' }).press('Enter');
    await form().getByText('Your card was declined.').waitFor();
    expect(await page.getByRole('alert').count()).toBe(1);
    await inspectPage(page, 'payment-card-refused');
  });

  step('is followed by the writing', async () => {
    attempt = 'succeeds';
    await form().getByRole('button', { name: 'Pay €2.50' }).click();
    await page.getByText('Thank you: it is paid for').waitFor();
    await page.getByText('The writing has begun by itself.').waitFor();
    const payments = await system.query(
      `select method from payments where document_id = $1 and status = 'paid'`,
      [documentId],
    );
    expect(payments).toEqual([{ method: 'intent' }]);
  });

  step('keeps no secret in the address of who comes back from a bank’s page', async () => {
    const [payment] = await system.query<{ id: string }>('select id from payments');
    const secret = 'payment_intent=pi_1&payment_intent_client_secret=pi_1_secret_2';
    const query = `payment=${payment!.id}&${secret}&redirect_status=succeeded`;
    await page.goto(`${system.url}/documents/${documentId}/payment?${query}`);
    await page.getByText('Thank you: it is paid for').waitFor();
    await page.waitForURL(`${system.url}/documents/${documentId}/payment?payment=${payment!.id}`);
  });

  step('lets no script in but Stripe’s own', async () => {
    const other = await author.document('What somebody would slip in', 1);
    await page.goto(`${system.url}/documents/${other}/payment`);
    await button('Pay €2.50 by card').click();
    await form().getByRole('button', { name: 'Pay €2.50' }).waitFor();
    expect(complaints).toEqual([]);
    const refused = await page.evaluate(() =>
      ['https://evil.example/x.js', 'https://js.stripe.com.evil.example/x.js'].map((url) => {
        try {
          document.createElement('script').src = url;
          return false;
        } catch {
          return true;
        }
      }),
    );
    expect(refused).toEqual([true, true]);
    const html = await page.evaluate(() => {
      try {
        document.createElement('p').innerHTML = '<b>x</b>';
        return false;
      } catch {
        return true;
      }
    });
    expect(html).toBe(true);
  });
});
