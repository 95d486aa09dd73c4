import type { Locator } from 'playwright-core';
import { makePdf } from '../backend/src/testing/make-pdf';
import { BAD_ENTRIES, told } from './support/bad-entries';
import { badSourceFiles } from './support/bad-source-files';
import { inspectPage, photograph } from './support/browser';
import { references, type UploadFile } from './support/source-files';
import { openSourcesPage, type SourcesVisit } from './support/sources-visit';
import { journeySteps } from './support/steps';
import english from '../frontend/src/i18n/common/en.json';
import italian from '../frontend/src/i18n/common/it.json';
import ukrainian from '../frontend/src/i18n/common/uk.json';
import englishSources from '../frontend/src/i18n/sources/en.json';
import italianSources from '../frontend/src/i18n/sources/it.json';
import ukrainianSources from '../frontend/src/i18n/sources/uk.json';

const TITLE = 'The lasting effect of being tested';
const SENTENCE = 'Pupils who were tested on a lesson remembered more of it after some weeks. ';

type Reason = keyof typeof english.reason;

/** Files that cannot be read, each for a reason of its own. */
const REASONS: Readonly<Record<string, Reason>> = {
  'scanned.pdf': 'NO_TEXT',
  'locked.pdf': 'ENCRYPTED',
  'cut-off.pdf': 'DAMAGED',
  'old.docx': 'OLD_WORD',
  'blank.bib': 'EMPTY',
};

/** Another language than that of the API's own texts. */
const TEXTS = { it: italianSources, uk: ukrainianSources };

interface Known {
  passageCount: number;
  doi: string | null;
  status: string;
}

jest.setTimeout(300_000);

describe('sources that take in what comes later, in a real browser', () => {
  let visit: SourcesVisit;

  const step = journeySteps(() => photograph(visit.page, 'stranded-merging'));

  beforeAll(async () => {
    visit = await openSourcesPage('merging@example.org');
  });

  afterAll(() => visit?.close());

  const row = (name: string): Locator =>
    visit.page
      .locator('tg-upload-list li.upload')
      .filter({ has: visit.page.getByText(name, { exact: true }) });
  const choose = (...files: UploadFile[]) => visit.page.setInputFiles('input[type=file]', files);
  const undo = (name: string): Locator =>
    row(name).getByRole('button', { name: `Take it out again: what was added to “${TITLE}”` });

  async function known(): Promise<Known[]> {
    const path = `/documents/${visit.documentId}/sources`;
    return (await visit.api.get<{ items: Known[] }>(path)).body.items;
  }

  step('recognises the text of a reference, and takes it out again with its file', async () => {
    await choose(references('one.bib', `@article{a, title={${TITLE}}, author={Doe, Jane}}`));
    await row('one.bib').getByText('1 source added.').waitFor();
    const before = await known();
    const buffer = await makePdf([TITLE, SENTENCE.repeat(8)]);
    await choose({ name: 'text.pdf', mimeType: 'application/pdf', buffer });
    await row('text.pdf').getByText('Its text was added.').waitFor();
    expect(await known()).toMatchObject([{ status: 'ready' }]);
    await inspectPage(visit.page, 'sources-merged');
    await undo('text.pdf').press('Enter');
    await row('text.pdf').getByText('Taken out again: it is as it was before.').waitFor();
    expect(await known()).toEqual(before);
    await photograph(visit.page, 'sources-unmerged');
  });

  step('keeps what was put right in between', async () => {
    const richer = `@article{a, title={${TITLE}}, author={Doe, Jane}, doi={10.1000/1}, volume={3}}`;
    await choose(references('two.bib', richer));
    await row('two.bib').getByText('Filled in: DOI, Volume.').waitFor();
    const [{ id } = { id: '' }] = (await known()) as (Known & { id: string })[];
    const path = `/documents/${visit.documentId}/sources/${id}`;
    await visit.api.request('PATCH', path, { volume: '4' });
    await undo('two.bib').press('Enter');
    await row('two.bib').getByText('Taken out again').waitFor();
    expect(await known()).toMatchObject([{ doi: null, volume: '4' }]);
  });

  step('says in every language why a file was not taken', async () => {
    const bad = (await badSourceFiles()).filter(({ name }) => name in REASONS);
    expect(bad).toHaveLength(Object.keys(REASONS).length);
    for (const [language, texts] of Object.entries({ it: italian, uk: ukrainian })) {
      await visit.page.locator('.language-picker').selectOption(language);
      await choose(...bad.map(({ says: _, ...file }) => file));
      for (const [name, reason] of Object.entries(REASONS)) {
        await row(name).last().getByText(texts.reason[reason], { exact: true }).waitFor();
      }
      await inspectPage(visit.page, `sources-refused-${language}`);
    }
  });

  step('says in every language, and in no other, why an entry was not taken', async () => {
    for (const [language, { uploads }] of Object.entries(TEXTS)) {
      await visit.page.locator('.language-picker').selectOption(language);
      await visit.page.getByRole('button', { name: uploads.clear, exact: true }).click();
      await choose(...BAD_ENTRIES.map(({ file }) => file));
      for (const { file, refused } of BAD_ENTRIES) {
        const reasons = row(file.name).locator('.import-refused li');
        await reasons.first().waitFor();
        const texts = await reasons.allInnerTexts();
        expect(texts).toHaveLength(refused.length);
        for (const [at, reason] of refused.entries()) {
          expect(texts[at]).toContain(told(uploads.entry, reason));
          expect(texts[at]).not.toContain(told(englishSources.uploads.entry, reason));
        }
      }
      await inspectPage(visit.page, `sources-entries-${language}`);
    }
    expect(visit.complaints).toEqual([]);
  });
});
