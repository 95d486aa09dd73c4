import type { Locator, Page } from 'playwright-core';
import type { Api } from './support/api';
import { inspectPage, photograph } from './support/browser';
import { signInByCode } from './support/sign-in';
import { journeySteps } from './support/steps';
import type { System } from './support/system';
import { openWrittenThesis, type WrittenThesis } from './support/written-thesis';

const EMAIL = 'nadia@example.org';

interface Section {
  id: string;
  title: string;
  content: string;
  version: number;
}

interface Support {
  citations: {
    key: string;
    state: string;
    sentence: { start: number };
    evidence: { quotation: string } | null;
  }[];
}

jest.setTimeout(240_000);

describe('what a text rests on and who wrote it, in a real browser', () => {
  let thesis: WrittenThesis;
  let system: System;
  let page: Page;
  let api: Api;
  let documentId: string;

  const step = journeySteps(() => photograph(page, 'stranded-reading'));

  beforeAll(async () => {
    thesis = await openWrittenThesis(EMAIL);
    ({ system, page, api, documentId } = thesis);
  });

  afterAll(() => thesis?.close());

  const button = (name: string | RegExp): Locator => page.getByRole('button', { name });
  const panel = (): Locator => page.getByRole('complementary', { name: 'Sources of the citation' });
  const dialog = (): Locator => page.getByRole('dialog', { name: /^Earlier texts/ });
  const sectionOf = (title: string): Locator =>
    page.locator('tg-section-view', { has: page.getByRole('heading', { name: title }) });
  const count = (state: string): Locator => page.locator(`.support-count-${state} b`);
  const focusedId = () => page.evaluate(() => document.activeElement?.id ?? '');

  async function sections(): Promise<Section[]> {
    return (await api.get<{ sections: Section[] }>(`/documents/${documentId}`)).body.sections;
  }

  /** The first section with a citation that its passage carries. */
  async function carried(): Promise<{ section: Section; ordinal: number; support: Support }> {
    for (const section of await sections()) {
      const path = `/documents/${documentId}/sections/${section.id}/support`;
      const support = (await api.get<Support>(path)).body;
      const ordinal = support.citations.findIndex(({ state }) => state === 'supported');
      if (ordinal !== -1) return { section, ordinal, support };
    }
    throw new Error('nothing is supported');
  }

  const inspect = (name: string) => inspectPage(page, name);

  async function asMarkdown(): Promise<void> {
    await button('Show as Markdown').click();
    await page.locator('textarea').waitFor();
  }

  async function editText(title: string, change: (content: string) => string): Promise<void> {
    await button(`Edit “${title}”`).click();
    await asMarkdown();
    const text = page.getByLabel(`Text of “${title}”`);
    await text.fill(change(await text.inputValue()));
    await button('Save').click();
    await text.waitFor({ state: 'detached' });
  }

  step('says of every citation how far its passage carries it', async () => {
    await page.goto(`${system.url}/documents/${documentId}/text`);
    await signInByCode(page, system, EMAIL);
    await page.locator('.tg-citation').first().waitFor();
    await page.getByText('Comparing the text with its sources…').waitFor({ state: 'detached' });
    const citations = await page.locator('.tg-citation').count();
    expect(citations).toBeGreaterThan(5);
    expect(await page.locator('.tg-citation tg-citation-mark').count()).toBe(citations);
    const { body } = await api.get<{ summary: Record<string, number> }>(
      `/documents/${documentId}/support`,
    );
    for (const [state, number] of Object.entries(body.summary)) {
      expect(await count(state).innerText()).toBe(String(number));
    }
    await inspect('reading-supported');
  });

  step('shows the literal words of the passage, by the keyboard, and leads back', async () => {
    const { section, ordinal, support } = await carried();
    const citation = page.locator(`[id="${section.id}-citation-${String(ordinal)}"]`);
    expect(await citation.getAttribute('aria-expanded')).toBe('false');
    await citation.focus();
    await page.keyboard.press('Enter');
    await panel().waitFor();
    expect(await citation.getAttribute('aria-expanded')).toBe('true');
    const said = await panel().innerText();
    expect(said).toContain('The passage says this.');
    expect(said).toContain('no language model has judged it');
    const quotation = support.citations[ordinal]?.evidence?.quotation ?? '?';
    expect(await panel().locator('.cited-work-passage blockquote').first().textContent()).toBe(
      quotation,
    );
    await inspect('reading-evidence');
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'detached' });
    expect(await focusedId()).toBe(`${section.id}-citation-${String(ordinal)}`);
  });

  step(
    'follows an edit: what the passage no longer carries is weak, what is new unchecked',
    async () => {
      const { section, ordinal, support } = await carried();
      const { key, sentence } = support.citations[ordinal]!;
      const before = Number(await count('weak').innerText());
      await editText(section.title, (content) => {
        const cited = content.indexOf('[@', sentence.start);
        const more = `in all 4321 schools ${content.slice(cited)}`;
        const whales = 'In 1999, 73 percent of all whales were counted.';
        return `${content.slice(0, cited)}${more}\n\nWhales sing each winter [@${key}].\n\n${whales}`;
      });
      const marks = sectionOf(section.title).locator('tg-citation-mark');
      await marks.getByText('unchecked').waitFor();
      await marks.getByText('weak').first().waitFor();
      await count('weak')
        .getByText(String(before + 1))
        .waitFor();
      await inspect('reading-edited');
    },
  );

  step('leads from one that wants a look to the next', async () => {
    await button(/^Show the .* to look at/).click();
    await panel().waitFor();
    expect(await panel().innerText()).toMatch(/says part of this|does not say this|could tell/);
    await inspect('reading-concern');
    await panel().getByRole('button', { name: 'Next place to look at' }).click();
    await panel().getByRole('button', { name: 'Close' }).click();
    expect(await focusedId()).toContain('-citation-');
  });

  step('leads to a statement without a source', async () => {
    await page.locator('.claims summary').click();
    await page.locator('.claim', { hasText: 'whales' }).click();
    expect(await focusedId()).toContain('-claim-');
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
    expect(focused).toContain('73 percent');
    await inspect('reading-claims');
  });

  step('names the sources that must be cited and are not, with what to do', async () => {
    const { items } = (
      await api.get<{ items: { id: string; key: string; title: string }[] }>(
        `/documents/${documentId}/sources?perPage=100`,
      )
    ).body;
    const text = (await sections()).map(({ content }) => content).join('\n');
    const uncited = items.find(({ key }) => !text.includes(`@${key}`))!;
    await api.request('PATCH', `/documents/${documentId}/sources/${uncited.id}`, {
      mandatory: true,
    });
    await page.reload();
    const notice = page.locator('tg-mandatory-notice');
    await notice.waitFor();
    // the titles come with the list of sources
    await notice.getByText(uncited.title).waitFor();
    expect(await notice.innerText()).toContain(`[@${uncited.key}]`);
    await inspect('reading-mandatory');
  });

  step(
    'shows the earlier texts of a section and what has changed since, word by word',
    async () => {
      const [first] = await sections();
      await editText(first!.title, (content) => `An opening of my own. ${content}`);
      await button(`Earlier texts of “${first!.title}”`).click();
      await dialog().locator('ins').nth(1).waitFor();
      const versions = dialog().locator('.version');
      expect(await versions.count()).toBe(2);
      expect(await versions.first().innerText()).toContain('as it is now');
      expect(await versions.last().innerText()).toContain('arranged from your sources');
      const added = await dialog().locator('.word-diff-text ins').allTextContents();
      expect(added[0]).toContain('An opening of my own.');
      expect(added.join('')).toContain('in all 4321 schools');
      expect(await dialog().locator('.word-diff-text del').count()).toBe(0);
      await inspect('reading-history');
    },
  );

  step('brings an earlier text back on the word of its author only', async () => {
    const [first] = await sections();
    await dialog().getByRole('button', { name: 'Bring this text back' }).click();
    const question = page.getByRole('dialog', { name: 'Bring this text back?' });
    await question.getByRole('button', { name: 'Leave it as it is' }).click();
    expect((await sections())[0]).toEqual(first);
    await dialog().getByRole('button', { name: 'Bring this text back' }).click();
    await photograph(page, 'reading-restore');
    await question.getByRole('button', { name: 'Bring this text back' }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.getByText('The earlier text is back.').waitFor({ state: 'attached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      `Earlier texts of “${first!.title}”`,
    );
    expect((await sections())[0]?.content).not.toContain('An opening of my own.');
  });

  step('loses neither text when somebody was faster', async () => {
    const [first] = await sections();
    await button(`Earlier texts of “${first!.title}”`).click();
    await dialog().locator('.version', { hasText: 'you' }).nth(1).click();
    await dialog().locator('ins, del').nth(2).waitFor();
    const path = `/documents/${documentId}/sections/${first!.id}`;
    await api.request('PATCH', path, { content: 'Somebody else was here.' });
    await dialog().getByRole('button', { name: 'Bring this text back' }).click();
    const question = page.getByRole('dialog', { name: 'Bring this text back?' });
    await question.getByRole('button', { name: 'Bring this text back' }).click();
    await dialog().getByRole('alert').waitFor();
    await dialog().locator('ins', { hasText: 'Somebody else was here' }).waitFor();
    expect((await sections())[0]?.content).toBe('Somebody else was here.');
    await inspect('reading-stale');
    await dialog().getByRole('button', { name: 'Mend it first' }).click();
    await asMarkdown();
    const text = page.getByLabel(`Text of “${first!.title}”`);
    expect(await text.inputValue()).toContain('An opening of my own.');
    await button('Save').click();
    await text.waitFor({ state: 'detached' });
  });

  step('keeps a text in sight that cannot come back, and says why', async () => {
    const all = await sections();
    const keysOf = ({ content }: Section) =>
      [...content.matchAll(/@([\w-]+)/g)].map(([, key]) => key!);
    const alone = (section: Section) =>
      keysOf(section).find((key) =>
        all.every((one) => one === section || !keysOf(one).includes(key)),
      );
    const section = all.slice(1).find(alone)!;
    const key = alone(section)!;
    await api.request('PATCH', `/documents/${documentId}/sections/${section.id}`, {
      content: 'Nothing of it is cited any more.',
    });
    const { items } = (
      await api.get<{ items: { id: string; key: string }[] }>(
        `/documents/${documentId}/sources?perPage=100`,
      )
    ).body;
    const source = items.find((one) => one.key === key)!;
    await api.request('DELETE', `/documents/${documentId}/sources/${source.id}`);
    await page.reload();
    await button(`Earlier texts of “${section.title}”`).click();
    await dialog().getByRole('button', { name: 'Bring this text back' }).click();
    const question = page.getByRole('dialog', { name: 'Bring this text back?' });
    await question.getByRole('button', { name: 'Bring this text back' }).click();
    await dialog().getByRole('alert').waitFor();
    expect(await dialog().getByRole('alert').innerText()).toContain(`@${key}`);
    await inspect('reading-refused');
    await dialog().getByRole('button', { name: 'Mend it first' }).click();
    await asMarkdown();
    const text = page.getByLabel(`Text of “${section.title}”`);
    expect(await text.inputValue()).toBe(section.content);
    await button('Cancel').click();
  });

  step('shows who wrote what, with shares and the declaration', async () => {
    await page.getByRole('switch', { name: 'Show who wrote what' }).check();
    await page.locator('.hand').first().waitFor();
    const person = page.locator('tg-prose .tg-range-person', { hasText: 'An opening of my own.' });
    await person.waitFor();
    expect(await page.locator('tg-prose .tg-range-offline').count()).toBeGreaterThan(0);
    const shares = await page.locator('.hand-share').allTextContents();
    expect(shares.map((share) => parseInt(share, 10)).reduce((sum, share) => sum + share)).toBe(
      100,
    );
    await page.getByText('The declaration on the use of AI').click();
    const { body } = await api.get<{ declaration: { paragraphs: string[] } }>(
      `/documents/${documentId}/provenance`,
    );
    const declared = await page.locator('.declaration-text').innerText();
    for (const paragraph of body.declaration.paragraphs) expect(declared).toContain(paragraph);
    await inspect('reading-provenance');
  });

  step('fits its longer languages too', async () => {
    for (const [language, title] of [
      ['uk', 'Наскільки джерела підтверджують текст'],
      ['it', 'Quanto le fonti reggono il testo'],
    ] as const) {
      await page.locator('.language-picker').selectOption(language);
      await page.getByRole('heading', { name: title }).waitFor();
      await page.locator('.tg-citation').first().press('Enter');
      await page.getByRole('complementary').waitFor();
      await inspect(`reading-${language}`);
      await page.keyboard.press('Escape');
      await page.locator('tg-section-view .reading-tools button').first().click();
      await page.locator('.version').last().click();
      await page.locator('.word-diff-text').waitFor();
      await inspect(`reading-history-${language}`);
      await page.keyboard.press('Escape');
    }
    await page.locator('.language-picker').selectOption('en');
  });

  step('goes to the export from the declaration', async () => {
    await page.getByRole('link', { name: 'To export', exact: true }).click();
    await page.getByRole('heading', { name: 'Export' }).waitFor();
  });

  step('went without a broken script', () => {
    expect(thesis.complaints).toEqual([]);
  });
});
