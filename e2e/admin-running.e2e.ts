import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { mailsIn } from '../backend/src/testing/mailbox';
import { AdminStage, DEAN, STUDENT } from './support/admin-stage';
import { Api } from './support/api';
import { photograph } from './support/browser';
import { expected } from './support/faults/authors';
import { signInByCode } from './support/sign-in';
import { journeySteps } from './support/steps';
import type { System } from './support/system';

jest.setTimeout(240_000);

describe('the administration of what runs, in a real browser', () => {
  let stage: AdminStage;
  let system: System;
  let page: Page;

  const step = journeySteps(() => photograph(page, 'stranded-admin'));

  beforeAll(async () => {
    stage = await AdminStage.open();
    ({ system, page } = stage);
  });

  afterAll(() => stage?.close());

  step('begins with what runs', async () => {
    await page.goto(`${system.url}/admin/settings`);
    await signInByCode(page, system, DEAN);
    await stage.heading('Settings').waitFor();
  });

  step('sets what holds everywhere, and takes it back', async () => {
    await stage.go('Settings');
    await stage.button('Save the settings').click();
    await page.getByText('Nothing is different from what holds already.').waitFor();
    await page.getByLabel('Tokens of each user a day').fill('250000');
    await page.getByLabel('English').first().fill('We move to a new house on Sunday.');
    await stage.button('Save the settings').press('Enter');
    await page.getByText('The settings hold now.').waitFor();
    await stage.row('Tokens of each user a day').getByText('250,000').waitFor();
    const me = await expected(200, stage.student.api.get<{ dailyTokenLimit: number }>('/auth/me'));
    expect(me.dailyTokenLimit).toBe(250_000);
    await stage.inspect('settings');
    await stage.row('250,000').getByRole('button', { name: 'Undo' }).click();
    await stage.heading('Take this change back?').waitFor();
    await stage.inspect('settings-undo');
    await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The change is taken back.').waitFor();
    await page.getByText('takes an earlier change back').waitFor();
    expect(await stage.heading('Set here').count()).toBe(0);
  });

  step('shows how it goes, drawn and as a table', async () => {
    await stage.go('Overview');
    await page.getByRole('img', { name: /^New users: 24$/ }).waitFor();
    expect(await page.getByRole('img', { name: /^Revenue: €/ }).count()).toBe(1);
    await stage.inspect('overview');
    await page.getByText('The same as a table').click();
    expect(await page.getByRole('row').count()).toBe(31);
    await page.getByLabel('Show').selectOption('The last 7 days');
    await page.getByRole('row').nth(8).waitFor({ state: 'detached' });
    expect(page.url()).toContain('days=7');
    await stage.inspect('overview-table');
  });

  step('shows jobs as they go on, and those that do not', async () => {
    await stage.go('Jobs');
    await stage.row(STUDENT).getByText('Completed').first().waitFor({ timeout: 90_000 });
    await stage.inspect('jobs');
    await system.query(`update jobs set status = 'failed', error_code = 'MODEL_FAILED'
      where id = (select id from jobs order by id desc limit 1)`);
    await stage.row(STUDENT).getByText('Failed', { exact: true }).waitFor();
    await stage.button(`Go on ${STUDENT}`).click();
    await stage.heading('Let it go on?').waitFor();
    await stage.inspect('jobs-retry');
    await page.getByRole('dialog').getByRole('button', { name: 'Go on' }).click();
    await page.getByText('The job goes on.').waitFor();
    await stage.go('Stuck jobs');
    await stage.heading('Nothing is stuck').waitFor();
    await stage.inspect('stuck');
  });

  step('adds up what the models cost', async () => {
    await stage.go('Model costs');
    await page.getByText('Tokens without a price').first().waitFor();
    await page.getByLabel('Grouped by').selectOption('User');
    await page.waitForURL(/groupBy=user/);
    await stage.inspect('costs');
  });

  step('knows whether everything answers', async () => {
    await stage.go('System');
    await page.getByText('Everything answers').waitFor();
    await stage.button('Tell all processes').click();
    await page.getByText(/Processes told: \d/).waitFor();
    await stage.inspect('system');
  });

  step('finds out that a file is missing', async () => {
    await stage.go('System');
    await page.getByRole('button', { name: 'Verify the files' }).click();
    await page.getByText('All files are as they should be').waitFor();
    const [job] = await system.query<{ id: string }>(
      "select document_id as id from jobs where status = 'completed' limit 1",
    );
    const path = `/documents/${String(job?.id)}/export`;
    await expected(201, stage.student.api.post(path, { format: 'docx' }));
    const [file] = await system.query<{ key: string }>(
      'select storage_key as key from exports order by id desc limit 1',
    );
    const key = String(file?.key);
    await rm(join(system.dataDir, 'storage', ...key.split('/')));
    await stage.button('Verify the files').click();
    await page.getByText('Some files are not as they should be').waitFor();
    await page.getByText(key).waitFor();
    await stage.inspect('storage-missing');
    await stage.button('Verify the backups').click();
    await page.getByText('No backups are made by themselves').waitFor();
  });

  step('rewords a mail for the next one that goes out, and takes it back', async () => {
    await stage.go('Mails');
    await page.getByText('24 entries').waitFor();
    await stage.inspect('mails');
    await page.getByRole('main').getByLabel('Language').selectOption('English');
    await page.getByText('8 entries').waitFor();
    await stage.link('Sign-in').click();
    const mail = page.frameLocator('iframe');
    await mail.getByText('7KM2QX4D').waitFor();
    await stage.inspect('mail');
    await page.getByLabel('How long it holds').fill('Both work for {{hours}} hours.');
    await page.getByText('hours is not known here.').waitFor();
    await stage.button('Save the wording').click();
    await page.getByLabel('How long it holds').fill('Both work for {{minutes}} minutes, once.');
    await page.getByLabel('Subject').fill('Come in, please');
    await mail.getByText('Both work for 10 minutes, once.').waitFor();
    await stage.inspect('mail-draft');
    await stage.button('Send me a test').click();
    await page.getByText(`The test is on its way to ${DEAN}.`).waitFor();
    await stage.button('Save the wording').press('Enter');
    await page.getByText('The next mail says it so.').waitFor();
    await stage.row('Come in, please').waitFor();
    await new Api(system).signIn('newcomer@example.org');
    const [test, real] = (await mailsIn(system.mailDir)).slice(-2);
    expect([test?.subject, real?.subject]).toEqual(['Come in, please', 'Come in, please']);
    await page.getByLabel('Plain text').check();
    await page.getByText('Both work for 10 minutes, once.').last().waitFor();
    await stage.inspect('mail-reworded');
    await stage.row('Come in, please').getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('The change is taken back.').waitFor();
    expect(await page.getByLabel('Subject').inputValue()).toBe('Your TesiGo sign-in link');
    await page.getByLabel('Page', { exact: true }).check();
    await stage.link('Українська').click();
    await mail.getByText('Вхід до TesiGo').waitFor();
  });

  step('shows what could not be delivered', async () => {
    await stage.go('Undelivered');
    await stage.heading('Everything was delivered').waitFor();
    await stage.inspect('letters');
  });

  step('has its pages behind a button on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 780 });
    expect(await stage.link('Refunds').count()).toBe(0);
    await stage.button('All pages of the administration').press('Enter');
    await stage.link('Refunds').click();
    await stage.row(STUDENT).first().waitFor();
    expect(await stage.link('Prices').count()).toBe(0);
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
        await stage.inspect(`${path}-${language}`);
      }
      await stage.heading(users).waitFor();
    }
  });

  step('went without a broken script', () => {
    expect(stage.complaints).toEqual([]);
  });
});
