import type { Locator } from 'playwright-core';
import common from '../frontend/src/i18n/common/uk.json';
import italian from '../frontend/src/i18n/sources/it.json';
import ukrainian from '../frontend/src/i18n/sources/uk.json';
import { inspectPage, photograph } from './support/browser';
import { Keyboard } from './support/keyboard';
import { sourceForm } from './support/private-thesis';
import { references } from './support/source-files';
import { openSourcesPage, type SourcesVisit } from './support/sources-visit';
import { journeySteps } from './support/steps';

const PREPRINT = 'What is kept of a night train';
const PRINTED = 'What is kept of a night train: three experiments';
const OWLS = 'Owls of the plain';

const LIBRARY = references(
  'library.bib',
  `@article{a, title={${PRINTED}}, author={Doe, Jane}, year={2020}, doi={10.1000/1}, pages={10--20},
  journal={Annals of Remembering}}
@article{b, title={${PREPRINT}}, author={Doe, Jane}, year={2019},
  abstract={What was read aloud on a train is kept for a week.}}
@book{c, title={${OWLS}}, author={Roe, Richard}, year={2001}}`,
);

interface Outline {
  sections: { id: string }[];
}

const CONTENT = 'It is kept for a week [@doe2019]. Owls fly by night [@roe2001].';

jest.setTimeout(300_000);

describe('two sources that are one work, in a real browser', () => {
  let visit: SourcesVisit;
  let keyboard: Keyboard;
  let sectionId: string;

  const step = journeySteps(() => photograph(visit.page, 'stranded-joining'));

  beforeAll(async () => {
    visit = await openSourcesPage('joining@example.org', async (api, id) => {
      const form = sourceForm(new Uint8Array(LIBRARY.buffer), LIBRARY.name);
      expect((await api.post(`/documents/${id}/sources`, form)).status).toBe(201);
      const any = { 'If-Match': '*' };
      const planned = { sections: [{ title: 'What is kept', level: 1, sourceKeys: ['doe2019'] }] };
      const put = await api.request<Outline>('PUT', `/documents/${id}/outline`, planned, any);
      sectionId = put.body.sections[0]?.id ?? '';
      const path = `/documents/${id}/sections/${sectionId}`;
      expect((await api.request('PATCH', path, { content: CONTENT }, any)).status).toBe(200);
    });
    keyboard = new Keyboard(visit.page);
  });

  afterAll(() => visit?.close());

  const dialog = (): Locator => visit.page.getByRole('dialog');
  const button = (name: string | RegExp): Locator => visit.page.getByRole('button', { name });
  const item = (key: string): Locator =>
    visit.page.locator('tg-source-item').filter({
      has: visit.page.locator('tg-facts-line > code', { hasText: new RegExp(`^${key}$`) }),
    });
  const opener = (title: string): Locator =>
    visit.page.getByRole('button', { name: `“${title}” is the same work as another`, exact: true });
  const focused = () => visit.page.evaluate(() => document.activeElement?.textContent.trim() ?? '');
  const goTo = (part: string): Promise<void> =>
    visit.page.getByRole('navigation').getByRole('link', { name: part }).click();
  /** The citations of the text, as their readers see them. */
  async function cited(): Promise<string[]> {
    await goTo('Read');
    const citations = visit.page.locator('tg-section-view .tg-citation');
    await citations.first().waitFor();
    return (await citations.allInnerTexts()).map((text) => text.split('\n')[0] ?? '');
  }

  step('has a word beside sources that look like one work', async () => {
    await item('doe2019').getByText('Looks like the same work as doe2020').waitFor();
    await item('doe2020').getByText('Looks like the same work as doe2019').waitFor();
    expect(await item('roe2001').innerText()).not.toContain('Looks like');
    await inspectPage(visit.page, 'sources-twins');
    await button(`Compare “${PREPRINT}” with doe2020`).click();
    await dialog().getByText('Which of the two stays?').waitFor();
    await visit.page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'hidden' });
    expect(await focused()).toBe('Compare…');
  });

  step('lets the other one be found, and says what becomes of the text', async () => {
    await keyboard.press(opener(PREPRINT));
    const choices = dialog().locator('.join-choice');
    await choices.first().waitFor();
    expect(await choices.first().innerText()).toContain('Similar title');
    expect(await choices.first().innerText()).toContain('doe2020');
    await inspectPage(visit.page, 'sources-joining-choice');
    await keyboard.type(dialog().getByRole('searchbox'), 'owls');
    await choices.filter({ hasText: 'doe2020' }).waitFor({ state: 'detached' });
    await keyboard.type(dialog().getByRole('searchbox'), 'annals');
    await keyboard.press(choices.filter({ hasText: 'doe2020' }));
    await dialog().getByText('it will cite doe2020 there').waitFor();
    expect(await dialog().innerText()).toContain('Your text cites doe2019 in 1 place;');
    await inspectPage(visit.page, 'sources-joining');
  });

  step('makes them one, and shows it where the focus goes', async () => {
    await keyboard.press(button('Make them one'));
    await dialog().waitFor({ state: 'hidden' });
    await item('doe2019').waitFor({ state: 'detached' });
    expect(await focused()).toContain(`“${PREPRINT}” (doe2019) is now one with doe2020.`);
    expect(await focused()).toContain('Its citations were renamed in 1 section.');
    await visit.page.getByRole('heading', { name: '2 sources' }).waitFor();
    await inspectPage(visit.page, 'sources-joined');
    expect([...keyboard.faults]).toEqual([]);
  });

  step('has the text and the writing room name the one that stayed', async () => {
    expect(await cited()).toEqual(['(Doe, 2020)', '(Roe, 2001)']);
    await button('Edit “What is kept”').click();
    const chips = visit.page.locator('tg-section-editor .tg-citation');
    await chips.first().waitFor();
    expect(await chips.first().innerText()).toBe('(Doe, 2020)');
    await button('Save and close').click();
    await chips.first().waitFor({ state: 'detached' });
  });

  step('takes them apart again, also when one comes back for it', async () => {
    await goTo('Sources');
    await keyboard.press(button(`Take them apart again: “${PREPRINT}” and “${PRINTED}”`));
    await visit.page.getByText('Taken apart: doe2019 and doe2020 are two again').waitFor();
    expect(await focused()).toContain('Taken apart');
    expect(await visit.page.locator('tg-facts-line > code').allInnerTexts()).toEqual([
      ...['doe2020', 'doe2019', 'roe2001'],
    ]);
    await photograph(visit.page, 'sources-apart');
    expect(await cited()).toEqual(['(Doe, 2019)', '(Roe, 2001)']);
    await goTo('Sources');
    await visit.page.getByText('Taken apart').waitFor({ state: 'detached' });
  });

  step('still takes them apart when the page is opened anew', async () => {
    const path = `/documents/${visit.documentId}/sources`;
    const { items } = (await visit.api.get<{ items: { id: string; key: string }[] }>(path)).body;
    const [preprint, printed] = ['doe2019', 'doe2020'].map(
      (key) => items.find((source) => source.key === key)?.id ?? '',
    );
    const merged = await visit.api.post(`${path}/${preprint ?? ''}/merge`, { into: printed });
    expect(merged.status).toBe(200);
    await visit.page.reload();
    await keyboard.press(visit.page.getByText('1 source became one with another'));
    await button(`Take them apart again: “${PREPRINT}” and “${PRINTED}”`).waitFor();
    await inspectPage(visit.page, 'sources-joined-earlier');
    await keyboard.press(button(`Take them apart again: “${PREPRINT}” and “${PRINTED}”`));
    await visit.page.getByText('Taken apart').waitFor();
    expect(await focused()).toContain('Taken apart');
    await item('doe2019').waitFor();
    await button('Close this').click();
    expect([...keyboard.faults]).toEqual([]);
  });

  step('says no more of two that look alike and are two', async () => {
    await button(`Compare “${PREPRINT}” with doe2020`).click();
    await dialog().getByRole('button', { name: 'They are two works' }).click();
    await dialog().waitFor({ state: 'hidden' });
    await visit.page.locator('.source-item-twin').first().waitFor({ state: 'detached' });
    expect(await focused()).toBe(PREPRINT);
    await visit.page.reload();
    await item('doe2019').waitFor();
    expect(await visit.page.locator('.source-item-twin').count()).toBe(0);
    await visit.page.evaluate(() => {
      localStorage.removeItem('tesigo.apart');
    });
    await visit.page.reload();
    await visit.page.locator('.source-item-twin').first().waitFor();
  });

  step('says in the language of its reader why two cannot be one, or two again', async () => {
    await visit.page.locator('.language-picker').selectOption('uk');
    const { joining } = ukrainian;
    await button(
      joining.compareNamed.replace('{{title}}', PREPRINT).replace('{{key}}', 'doe2020'),
    ).click();
    await dialog().getByText(joining.stays).waitFor();
    await inspectPage(visit.page, 'sources-joining-uk');
    await button(joining.join).click();
    await button(/^Знову розділити/).waitFor();
    const path = `/documents/${visit.documentId}/sections/${sectionId}`;
    const content = `${CONTENT.replaceAll('doe2019', 'doe2020')} So it is [@doe2020].`;
    await visit.api.request('PATCH', path, { content }, { 'If-Match': '*' });
    await button(/^Знову розділити/).click();
    await visit.page.getByText(common.reason.MERGE_TEXT_CHANGED).waitFor();
    await inspectPage(visit.page, 'sources-joined-uk');
    await button(joining.putAway).click();
    await button(joining.putAway).waitFor({ state: 'detached' });
    expect(await visit.page.evaluate(() => document.activeElement?.localName)).toBe('h3');
  });

  step('fits its longest language too', async () => {
    await visit.page.locator('.language-picker').selectOption('it');
    const { joining } = italian;
    await visit.page
      .getByRole('button', { name: joining.openNamed.replace('{{title}}', OWLS) })
      .click();
    await inspectPage(visit.page, 'sources-joining-choice-it');
    await dialog().locator('.join-choice').first().click();
    await dialog().getByText(joining.effect.undo).waitFor();
    await inspectPage(visit.page, 'sources-joining-it');
    expect(visit.complaints).toEqual([]);
  });
});
