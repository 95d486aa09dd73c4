import type { Page } from 'playwright-core';
import { mailsIn, signInMail } from '../backend/src/testing/mailbox';
import { accessibilityFindings, openPage, photograph, sidewaysScroll } from './support/browser';
import { journeySteps } from './support/steps';
import { openWrittenThesis, type WrittenThesis } from './support/written-thesis';

const EMAIL = 'lesya@example.org';
const PHONE = { width: 360, height: 780 };

const LANGUAGES = {
  uk: { name: 'Українська', mail: 'Надіслати листа', desk: 'Ваші документи' },
  it: { name: 'Italiano', mail: 'Mandami il messaggio', desk: 'I tuoi documenti' },
  en: { name: 'English', mail: 'Send me the mail', desk: 'Your documents' },
} as const;
type Language = keyof typeof LANGUAGES;
const CODES = Object.keys(LANGUAGES) as Language[];

const STEPS = ['sources', 'outline', 'writing', 'text', 'requirements', 'export'];
const NOBODYS = '/documents/01980000-0000-7000-8000-000000000000';

jest.setTimeout(240_000);

/** Runs in the page: headings and controls whose words do not fit into them. */
function cutTexts(): string[] {
  const cut = [...document.querySelectorAll<HTMLElement>('h1, h2, h3, button, .tg-button, label')]
    .filter(({ scrollWidth, clientWidth }) => clientWidth > 1 && scrollWidth > clientWidth + 1)
    .filter((element) => getComputedStyle(element).display !== 'inline');
  return cut.map(({ tagName, textContent }) => `${tagName} “${textContent.trim()}”`);
}

describe('the languages of the interface, in a real browser of the size of a phone', () => {
  let thesis: WrittenThesis;
  let page: Page;
  /** What each page is called, by its path and language. */
  const titles = new Map<string, Map<Language, string>>();

  const step = journeySteps(() => photograph(page, 'stranded-languages'));

  beforeAll(async () => {
    thesis = await openWrittenThesis(EMAIL);
    ({ page } = thesis);
    await page.setViewportSize(PHONE);
  });

  afterAll(() => thesis?.close());

  const speak = async (language: Language): Promise<void> => {
    await page.locator('.language-picker').selectOption(language);
    await page.locator(`html[lang=${language}]`).waitFor();
  };

  /** What a page owes to readers of any language. */
  async function visit(path: string, language: Language): Promise<void> {
    await page.goto(`${thesis.system.url}${path}`);
    await page.locator('main :is(h1, h2)').first().waitFor({ state: 'attached' });
    await page.waitForLoadState('networkidle');
    expect([path, await page.getAttribute('html', 'lang')]).toEqual([path, language]);
    expect([path, await sidewaysScroll(page)]).toEqual([path, 0]);
    await page.setViewportSize(PHONE);
    expect([path, await page.evaluate(cutTexts)]).toEqual([path, []]);
    expect([path, await accessibilityFindings(page)]).toEqual([path, []]);
    const called = titles.get(path) ?? new Map<Language, string>();
    titles.set(path, called.set(language, await page.title()));
  }

  for (const language of CODES) {
    step(`${language} is spoken before anybody has signed in`, async () => {
      await page.goto(thesis.system.url);
      await speak(language);
      for (const path of ['/', '/sign-in', '/auth/verify', '/farewell'])
        await visit(path, language);
    });
  }

  step('writes mails in the language that was chosen', async () => {
    await page.goto(`${thesis.system.url}/sign-in`);
    await speak('uk');
    await page.locator('input[type=email]').fill(EMAIL);
    await page.getByRole('button', { name: LANGUAGES.uk.mail }).click();
    const code = page.locator('.sign-in-code-field');
    await code.waitFor();
    const mail = (await mailsIn(thesis.system.mailDir)).at(-1);
    expect(mail?.html).toContain('<html lang="uk">');
    await code.fill(signInMail(mail).code);
    await code.press('Enter');
    await page.getByRole('heading', { name: LANGUAGES.uk.desk }).waitFor();
  });

  for (const language of CODES) {
    step(`${language} is spoken on every page, and nothing is wider than it`, async () => {
      await page.goto(`${thesis.system.url}/account`);
      await speak(language);
      const work = STEPS.map((name) => `/documents/${thesis.documentId}/${name}`);
      for (const path of ['/documents', '/documents/new', '/account', '/payments', ...work]) {
        await visit(path, language);
      }
      for (const path of ['/no-such-page', NOBODYS]) await visit(path, language);
    });
  }

  step('calls each page by a name of its own language', () => {
    expect(titles.size).toBeGreaterThan(15);
    // “Account” is what Italians call it too
    const same = [...titles].filter(([, names]) => new Set(names.values()).size < CODES.length);
    expect(same.map(([path]) => path)).toEqual(['/account']);
  });

  for (const language of CODES) {
    step(`${language} writes numbers, counts and times its own way`, async () => {
      await page.goto(`${thesis.system.url}/documents`);
      await speak(language);
      const { body } = await thesis.api.get<{ wordCount: number }>(
        `/documents/${thesis.documentId}`,
      );
      const form = new Intl.PluralRules(language).select(body.wordCount);
      const words = {
        ...{ en: { one: 'word', other: 'words' }, it: { one: 'parola', other: 'parole' } },
        uk: { one: 'слово', few: 'слова', many: 'слів', other: 'слова' },
      }[language] as Record<string, string>;
      const number = new Intl.NumberFormat(language).format(body.wordCount);
      const card = await page.locator('tg-document-card').innerText();
      expect(card).toContain(`${number} ${words[form] ?? ''}`);
      await page.goto(`${thesis.system.url}/account`);
      const session = page.locator('tg-session-item').first();
      const now = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'minute');
      expect(await session.innerText()).toContain(now);
    });
  }

  step('keeps the choice with the account, for another browser', async () => {
    await page.goto(`${thesis.system.url}/account`);
    const told = page.waitForResponse('**/auth/me');
    await page.locator('select[name=language]').selectOption('it');
    await page.locator('html[lang=it]').waitFor();
    expect((await told).status()).toBe(200);
    const { complaints, system } = thesis;
    const other = await openPage(page.context().browser()!, complaints);
    await other.goto(`${system.url}/sign-in`);
    await other.getByLabel('E-mail address').fill(EMAIL);
    await other.getByRole('button', { name: LANGUAGES.en.mail }).click();
    await other.locator('.sign-in-code-field').waitFor();
    const { code } = signInMail((await mailsIn(system.mailDir)).at(-1));
    await other.locator('.sign-in-code-field').fill(code);
    await other.keyboard.press('Enter');
    await other.getByRole('heading', { name: LANGUAGES.it.desk }).waitFor();
    await other.close();
  });

  step('showed no key in place of a text', () => {
    expect(thesis.complaints).toEqual([]);
  });
});
