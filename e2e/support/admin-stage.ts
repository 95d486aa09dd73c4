import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { StripeServer } from '../../backend/src/testing/stripe/stripe-server';
import { Api } from './api';
import { inspectPage, launchBrowser, openPage } from './browser';
import { Author, expected } from './faults/authors';
import { payFor } from './pay-for';
import { startSystem, type System } from './system';

export const DEAN = 'dean@example.org';
export const STUDENT = 'iryna@example.org';
export const RUDE = 'rude@example.org';

const READERS = 21;
const TITLES = ['What learners keep', 'What learners forget'];

/** Refused requests, and our own script that looks into every frame, also into that of a mail. */
const EXPECTED = ['Failed to load resource', "Blocked script execution in 'about:"];

/** A product with enough people and money in it to be administered, and a browser in front of it. */
export class AdminStage {
  private constructor(
    readonly stripe: StripeServer,
    readonly system: System,
    readonly student: Author,
    readonly rude: Api,
    private readonly browser: Browser,
    readonly page: Page,
    readonly complaints: string[],
  ) {}

  static async open(): Promise<AdminStage> {
    const stripe = await StripeServer.start();
    const system = await startSystem({ ...stripe.environment, ADMIN_EMAILS: DEAN });
    await stripe.deliverTo(`${system.url}/api/v1/payment/webhook`);
    const student = await Author.signIn(system, STUDENT);
    const rude = await new Api(system).signIn(RUDE);
    for (let n = 1; n <= READERS; n += 1) {
      await new Api(system).signIn(`reader${String(n).padStart(2, '0')}@example.org`);
    }
    for (const title of TITLES) {
      const documentId = await student.document(title, 1);
      const paymentId = await payFor(student.api, stripe, documentId);
      const asked = { paymentId, reason: 'Half of it I wrote myself.' };
      await expected(201, student.api.post('/payment/refunds', asked));
    }
    const complaints: string[] = [];
    const browser = await launchBrowser();
    const page = await openPage(browser, complaints);
    page.on('console', (message) => {
      const known = EXPECTED.some((one) => message.text().startsWith(one));
      if (message.type() === 'error' && !known) complaints.push(message.text());
    });
    return new AdminStage(stripe, system, student, rude, browser, page, complaints);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.system.stop();
    await this.stripe.stop();
  }

  button = (name: string | RegExp): Locator => this.page.getByRole('button', { name });

  link = (name: string | RegExp): Locator => this.page.getByRole('link', { name });

  heading = (name: string | RegExp): Locator => this.page.getByRole('heading', { name });

  row = (text: string): Locator => this.page.getByRole('row').filter({ hasText: text });

  inspect = (name: string): Promise<void> => inspectPage(this.page, `admin-${name}`);

  focused = (): Promise<string | undefined> =>
    this.page.evaluate(() => document.activeElement?.textContent?.trim());

  /** To another page of the administration. */
  go = async (name: string): Promise<void> => {
    await this.page
      .getByRole('navigation', { name: 'Administration' })
      .getByRole('link', { name, exact: true })
      .click();
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  };

  /** Does what is asked about once more. */
  act = async (name: string): Promise<void> => {
    await this.button(name).click();
    await this.page.getByRole('dialog').getByRole('button', { name }).click();
  };

  /** The text of the file that a button gives, of a name that fits. */
  saved = async (name: string | RegExp, file: RegExp): Promise<string> => {
    const download = this.page.waitForEvent('download');
    await this.button(name).click();
    const taken = await download;
    expect(taken.suggestedFilename()).toMatch(file);
    return readFile(await taken.path(), 'utf8');
  };
}
