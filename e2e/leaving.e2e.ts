import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import type { Api } from './support/api';
import { inspectPage, photograph } from './support/browser';
import { signInByCode } from './support/sign-in';
import { journeySteps } from './support/steps';
import type { System } from './support/system';
import { openWrittenThesis, type WrittenThesis } from './support/written-thesis';

const EMAIL = 'leaver@example.org';

jest.setTimeout(240_000);

describe('who leaves takes everything along, in a real browser', () => {
  let thesis: WrittenThesis;
  let system: System;
  let page: Page;
  let api: Api;
  let documentId: string;

  const step = journeySteps(() => photograph(page, 'stranded-leaving'));
  const button = (name: string) => page.getByRole('button', { name });

  beforeAll(async () => {
    thesis = await openWrittenThesis(EMAIL);
    ({ system, page, api, documentId } = thesis);
  });

  afterAll(() => thesis?.close());

  step('downloads all there is as one archive', async () => {
    await page.goto(`${system.url}/account`);
    await signInByCode(page, system, EMAIL);
    const download = button('Download everything');
    await download.waitFor();
    await inspectPage(page, 'account-data');
    const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
    const files = unzipSync(readFileSync(await file.path()));
    const rows = (name: string) =>
      Buffer.from(files[`data/${name}.jsonl`] ?? [])
        .toString()
        .trim()
        .split('\n');
    expect(rows('users')[0]).toContain(EMAIL);
    expect(rows('documents')[0]).toContain(documentId);
    expect(rows('sections').length).toBeGreaterThan(3);
    expect(rows('passages').length).toBeGreaterThan(10);
  });

  step('is asked for the address, and once more', async () => {
    await page.getByLabel('Your e-mail address').fill('another@example.org');
    await button('Delete my account').click();
    await page.getByText('This is not the address of this account.').waitFor();
    await inspectPage(page, 'account-deletion-refused');
    await page.getByLabel('Your e-mail address').fill(EMAIL);
    await button('Delete my account').click();
    await page.getByRole('dialog').waitFor();
    await photograph(page, 'account-deletion');
  });

  step('leaves nothing behind', async () => {
    await page.getByRole('dialog').getByRole('button', { name: 'Delete everything' }).click();
    await page.locator('tg-farewell-page').getByText('A last mail confirms it.').waitFor();
    await inspectPage(page, 'account-deleted');
    expect((await api.get('/auth/me')).status).toBe(401);
    const counts = await system.query<{ people: number; documents: number }>(
      `select (select count(*) from users where email = $1)::int as people,
         (select count(*) from documents where id = $2)::int as documents`,
      [EMAIL, documentId],
    );
    expect(counts).toEqual([{ people: 0, documents: 0 }]);
    await page.getByRole('link', { name: 'To the start page' }).click();
    await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
  });

  step('went without a broken script or policy', () => {
    expect(thesis.complaints).toEqual([]);
  });
});
