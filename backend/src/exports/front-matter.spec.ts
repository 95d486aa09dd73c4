import { strFromU8, unzipSync } from 'fflate';
import { DOCUMENT_LANGUAGES } from '../common';
import { compiledRenderWorker } from '../testing/compiled-worker';
import { ukrainianInput } from '../testing/export-input';
import { docxText, readPdf } from '../testing/export-text';
import { countPages } from './docx/pages/count-pages';
import { headingPages, renderDocx } from './docx/render-docx';
import { renderMarkdown } from './markdown/render-markdown';
import { buildModel } from './model/build-model';
import { contentsOf } from './model/document-model';
import { WORDING } from './model/wording';
import { modelText } from './model/model-text';
import { renderPdf } from './pdf/render-pdf';
import { RenderPool } from './render-pool';

jest.setTimeout(120_000);

const squeezed = (text: string) => text.normalize('NFC').replace(/[\s\u00AD]+/g, '');

const ORDER = [
  ...(['title_page', 'abstract', 'second_abstract', 'contents', 'abbreviations'] as const),
  ...(['body', 'bibliography', 'acknowledgements'] as const),
];

const input = ukrainianInput({ formatting: { partOrder: [...ORDER] } });
const model = buildModel(input);

/** Of the parts, in the order that is ruled. */
const TITLES = [
  ...['Анотація', 'Abstract', 'Зміст', 'Перелік умовних скорочень'],
  ...['1 Вступ', 'Список використаних джерел', 'Подяки'],
];

const document = (docx: Uint8Array) =>
  strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());

describe('the texts beside the sections', () => {
  const pool = new RenderPool(compiledRenderWorker());

  afterAll(() => pool.onApplicationShutdown());

  it('stand where the rules want them, and not in the contents', () => {
    const lines = modelText(model).split('\n');
    const places = TITLES.map((title) => lines.lastIndexOf(title));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    const contents = contentsOf(model).map(({ text }) => text);
    expect(contents).not.toContain('Анотація');
    expect(contents).not.toContain('Подяки');
  });

  it.each(DOCUMENT_LANGUAGES)('have a heading of their own in every language: %s', (language) => {
    const { abstract, acknowledgements, abbreviations } = WORDING[language];
    const others = DOCUMENT_LANGUAGES.filter((one) => one !== language);
    const titles = others.map((one) => WORDING[one].abstract);
    expect([...titles, acknowledgements, abbreviations]).not.toContain(abstract);
  });

  it('read the same in both files, each on a page of its own', async () => {
    const words = squeezed(await docxText(await renderDocx(model)));
    const { pages } = await readPdf(await renderPdf(model));
    const starts = pages.map((page) => squeezed(page.replace(/\s*\d+\s*$/, '')));
    for (const title of TITLES) {
      expect(words).toContain(squeezed(title));
      expect(starts.some((page) => page.startsWith(squeezed(title)))).toBe(true);
    }
    expect(words).toContain(squeezed('ЗВО заклад вищої освіти'));
  });

  it('are marked in Word as what they are in', async () => {
    const xml = document(await renderDocx(model));
    const english = xml.match(
      /<w:r>(?:(?!<\/w:r>).)*w:lang w:val="en-US"(?:(?!<\/w:r>).)*<\/w:r>/g,
    );
    const text = (english ?? []).join('').replace(/<[^>]+>/g, '');
    expect(text).toContain('AbstractWhat remains of learning, and why it remains;');
    expect(text).not.toMatch(/[а-яі]/);
  });

  it('are parted at the end of a line by the language that they are in', async () => {
    const sections = [{ id: 's1', number: '1', title: 'І', level: 1 as const }];
    const alone = ukrainianInput({
      frontMatter: input.frontMatter.filter(({ part }) => part === 'second_abstract'),
      sections: sections.map((section) => ({ ...section, content: 'Так.', writer: null })),
      declaration: null,
    });
    const { pages, parted } = await readPdf(await renderPdf(buildModel(alone)));
    expect(parted).toBeGreaterThan(0);
    expect(squeezed(pages.join(' '))).toContain('internationalisation,institutionalisationand');
  });

  it('are counted by pages as Word sets them', async () => {
    expect([...(countPages(model) ?? [])]).toEqual([...(await headingPages(model))]);
  });

  it.each(['docx', 'pdf'] as const)('are found in the finished file: %s', async (format) => {
    const file = await (format === 'docx' ? renderDocx(model) : renderPdf(model));
    const outcomes = await pool.check(input, format, file);
    const order = outcomes.find(({ rule }) => rule === 'partOrder');
    expect(order).toMatchObject({ state: 'met', found: ORDER.join(', ') });
  });

  it.each(['docx', 'pdf'] as const)('are missed where they are ruled: %s', async (format) => {
    const without = { ...input, frontMatter: input.frontMatter.slice(0, 2) };
    const bare = buildModel(without);
    const file = await (format === 'docx' ? renderDocx(bare) : renderPdf(bare));
    const outcomes = await pool.check(without, format, file);
    const order = outcomes.find(({ rule }) => rule === 'partOrder');
    expect(JSON.stringify(order)).toContain('second_abstract, abbreviations');
  });

  it('go into Markdown, the second abstract in its own language', async () => {
    const files = unzipSync(await renderMarkdown(input));
    const text = strFromU8(files['thesis.md'] ?? new Uint8Array());
    expect(text).toMatch(
      /abstract-title: "Анотація"[^]*::: \{lang=en-US\}\n# Abstract \{\.unnumbered\}\n\nWhat remains[^]*\n:::\n[^]*# Перелік умовних скорочень[^]*# 1 Вступ[^]*# Подяки/,
    );
  });
});
