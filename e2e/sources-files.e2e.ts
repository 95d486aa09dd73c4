import type { Locator } from 'playwright-core';
import { badSourceFiles, goodSourceFiles } from './support/bad-source-files';
import { inspectPage, photograph } from './support/browser';
import { dropOn, type UploadFile } from './support/source-files';
import { hostileFiles } from './support/hostile-files';
import { openSourcesPage, type SourcesVisit } from './support/sources-visit';
import { journeySteps } from './support/steps';

const FIFTY = 50;
/** Bombs among them are given up after a while each. */
const FIFTY_WITHIN_MS = 240_000;
/** What is said where nobody knows what went wrong: nobody should have to read that. */
const SAYS_NOTHING = /Something went wrong|cannot be reached/;

jest.setTimeout(300_000);

describe('many files at once, good and bad, in a real browser', () => {
  let visit: SourcesVisit;

  const step = journeySteps(() => photograph(visit.page, 'stranded-files'));

  beforeAll(async () => {
    visit = await openSourcesPage('files@example.org');
  });

  afterAll(() => visit?.close());

  const rows = (): Locator => visit.page.locator('tg-upload-list li.upload');
  const row = (name: string): Locator =>
    rows().filter({ has: visit.page.getByText(name, { exact: true }) });
  const button = (name: string | RegExp): Locator => visit.page.getByRole('button', { name });
  const choose = (files: UploadFile[]) =>
    visit.page.setInputFiles('input[type=file]', files, { timeout: 60_000 });
  const settled = (count: number, timeout = 60_000) =>
    visit.page
      .getByText(`${String(count)} of ${String(count)} files dealt with.`)
      .waitFor({ timeout });

  step('takes a drop anywhere on the page, and shows that it will', async () => {
    const { page } = visit;
    const [good] = goodSourceFiles();
    const drop = await dropOn(page, 'h1, h2', good === undefined ? [] : [good]);
    await page.getByText('Let go to add them to the sources').waitFor();
    await page.screenshot({ path: 'var/screenshots/sources-drop-screen.png' });
    await drop();
    await page.getByText('Let go to add them to the sources').waitFor({ state: 'detached' });
    await row('good.pdf').getByText('1 source added.').waitFor();
    await button('Clear the list').click();
    await button(/^Remove “/).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.locator('tg-source-item').waitFor({ state: 'detached' });
  });

  step('says of every bad file beside its name what is wrong, and adds the good ones', async () => {
    const bad = await badSourceFiles();
    const [first, last] = goodSourceFiles() as [UploadFile, UploadFile];
    const files = [first, ...bad.map(({ says: _, ...file }) => file), last];
    await choose(files);
    await settled(files.length);
    const told: Record<string, string> = {};
    const wanted: Record<string, RegExp> = {};
    for (const { name, says } of bad) {
      told[name] = (await row(name).innerText()).replace(/\s+/g, ' ');
      wanted[name] = says;
    }
    const wrong = Object.entries(told).filter(([name, text]) => !wanted[name]?.test(text));
    expect(wrong).toEqual([]);
    for (const { name } of [first, last]) await row(name).getByText('1 source added.').waitFor();
    expect(await visit.page.locator('tg-source-item').count()).toBe(2);
    await visit.page.getByText(`${String(bad.length)} need a look.`).waitFor();
    await inspectPage(visit.page, 'sources-bad-files');
    await button('Only those that need a look').click();
    await button('Show all files').waitFor();
    expect(await rows().count()).toBe(bad.length);
    await button('Clear the list').click();
  });

  step('takes fifty hostile files at once, and each gets its own reason', async () => {
    const all = hostileFiles();
    const every = Math.floor(all.length / FIFTY);
    const hostile = all.filter((_, index) => index % every === 0).slice(0, FIFTY - 1);
    const [, good] = goodSourceFiles() as [UploadFile, UploadFile];
    const files = hostile.map(({ content }, index) => ({
      name: `${String(index)}-${hostile[index]?.name.slice(-12).replace(/[^\w.]/g, '_') ?? ''}`,
      mimeType: 'application/octet-stream',
      buffer: content,
    }));
    await choose([...files, { ...good, name: 'last.bib' }]);
    await settled(FIFTY, FIFTY_WITHIN_MS);
    const texts = await rows().allInnerTexts();
    expect(texts).toHaveLength(FIFTY);
    expect(texts.filter((text) => SAYS_NOTHING.test(text))).toEqual([]);
    expect(texts.filter((text) => !/added|here already|refused|\w\. [A-Z]/.test(text))).toEqual([]);
    await row('last.bib').getByText('1 was here already').waitFor();
    await button('Clear the list').click();
  });

  step('went without a broken script', () => {
    expect(visit.complaints).toEqual([]);
  });
});
