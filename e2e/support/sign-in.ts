import type { Page } from 'playwright-core';
import { mailsIn, signInMail } from '../../backend/src/testing/mailbox';
import type { System } from './system';

/** On the page that asks for it: signs in by the code of the mail. */
export async function signInByCode(page: Page, system: System, email: string): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me the mail' }).click();
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
  const { code } = signInMail((await mailsIn(system.mailDir)).at(-1));
  await page.getByLabel('Code from the mail').fill(code);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
}
